# The words of the coordinators' reports. German is the source; English has the same ids.
# Readers answer to a city parliament: plain, exact, polite (Sie).

## Pages

reports = Berichte
brand = Lotse
skip = Zum Inhalt
signed-in-as = Angemeldet als { $name }
sign-out = Abmelden
interface-language = Sprache der Oberfläche
to-cases = Fälle
choose = Auswahl
choose-from = Von
choose-to = Bis
choose-place = Ort
choose-language = Sprache
choose-show = Anzeigen
choose-newest = Neuester Zeitraum
choose-same = Nur dieser Zeitraum
periods-year = Jahre
periods-quarter = Quartale
periods-month = Monate (nur Themen)
downloads = Herunterladen
topics-link = Themen von { $category } ansehen
back-to-categories = Zurück zu allen Themen
chart = Diagramm: { $title }
numbers-of-chart = Die Zahlen stehen in der Tabelle.
legend = Zeichen
notes = Hinweise

## What went wrong

problem-title = Das ging nicht
problem-role = Ihr Konto ist nicht für die Berichte freigeschaltet.
problem-role-hint = Berichte sehen Konten mit der Rolle Koordination (coordinator) oder Verwaltung (admin). Wenden Sie sich an die Person, die Lotse bei Ihnen betreut.
problem-choice = Dazu gibt es keinen Bericht. Bitte wählen Sie neu aus.
problem-unknown = Diese Seite gibt es nicht.
problem-unavailable = Das geht gerade nicht. Bitte versuchen Sie es gleich noch einmal.
back-to-reports = Zurück zu den Berichten

## The forms

report-topics = Themen in den Beratungen
report-topics-says = Welche Themen wie oft an welchem Ort vorkamen.
report-people = Anzahl Ratsuchende
report-people-says = Wie viele Menschen in jedem Quartal Rat gesucht haben.
report-months = Themen im Zeitverlauf
report-months-says = Wie sich die Themen von Monat zu Monat entwickelt haben.
report-languages = Sprachen
report-languages-says = In welchen Sprachen beraten wurde, wozu und an welchen Orten.
report-unmet = Offener Bedarf
report-unmet-says = Womit Menschen kamen und ohne Antwort geblieben sind.
report-cases = Wartezeiten und Ergebnisse
report-cases-says = Wie lange Menschen auf eine Beraterin oder einen Berater gewartet haben und wie ihre Fälle ausgegangen sind.

nothing-yet = Noch sind keine Zahlen veröffentlicht. Nach dem Ende jedes Monats erscheinen wenige grobe Zahlen, nach dem Ende jedes Quartals alle. Vorher nicht: Zahlen eines laufenden Zeitraums könnte man voneinander abziehen und so auf einzelne Menschen schließen.
coarse-only = Für einzelne Monate werden nur die Themen veröffentlicht. Alle anderen Zahlen erscheinen nach dem Ende des Quartals.
no-topics = Die einzelnen Themen werden nur nach Orten und nur für Quartale und Jahre veröffentlicht.
no-topics-hidden = Diese Zahl ist nicht veröffentlicht. Dazu gibt es auch keine feineren Zahlen.
people-none = Die Anzahl der Ratsuchenden wird für Quartale veröffentlicht. Für diese Jahre gibt es noch keines.
months-none = Zahlen einzelner Monate sind für diesen Zeitraum nicht veröffentlicht.

## Tables

topics = Themen
topics-of = Themen: { $category }
places = Orte
place = Ort
place-unknown = Ort nicht bekannt
languages = Sprachen
languages-by-category = Sprachen nach Themen
languages-by-place = Sprachen nach Orten
language = Sprache
number = Anzahl
total = Gesamt
share = Relativer Anteil
period = Zeitraum
consultations = Beratungen
people-number = Anzahl Ratsuchende
people-axis = Ratsuchende (geschätzt)
months-title = Themen nach Monaten
channels = Zugangswege
channel = Zugangsweg
unmet-title = Ohne Antwort geblieben
unmet-sum = Ohne Antwort
unmet-share = Anteil ohne Antwort
all-consultations = Beratungen
endings = Wie Beratungen ausgegangen sind
ending = Ausgang
unclear-title = Nicht verstanden
unclear-row = Nachrichten, die keinem Thema zugeordnet werden konnten
messages = Nachrichten
cases = Fälle
cases-waited = Wartezeit bis zur Übernahme
cases-waited-corner = Gewartet
cases-lasted = Dauer der Fälle
cases-lasted-corner = Dauer
cases-outcome = Ergebnisse der Fälle
cases-outcome-corner = Ergebnis
cases-places = Fälle nach Orten

all-places = alle
all-places-here = alle (dieser Bericht ist nicht nach Orten unterteilt)
all-languages = alle
all-languages-here = alle (dieser Bericht ist nicht nach Sprachen unterteilt)
quarter = { $number }. Quartal { $year }
month = { $month } { $year }
period-range = { $start } bis { $end }

month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember

language-ar = Arabisch
language-de = Deutsch
language-en = Englisch
language-fa = Persisch
language-ru = Russisch
language-tr = Türkisch
language-uk = Ukrainisch
channel-telegram = Telegram
channel-web = Web-Chat
channel-rest = Schnittstelle
outcome-answered = Beantwortet
outcome-helpful = Beantwortet, hat geholfen
outcome-handed_over = An eine Beraterin oder einen Berater gegeben
outcome-asked_back = Rückfrage blieb offen
outcome-unavailable = Niemand erreichbar
outcome-not_helpful = Hat nicht geholfen
outcome-solved = Gelöst
outcome-referred = Weiterverwiesen
outcome-appointment = Termin vereinbart
outcome-not_reached = Nicht erreicht
outcome-complex = Komplexe Problemlage
outcome-withdrawn = Zurückgezogen
outcome-expired = Abgelaufen
outcome-blocked = Gesperrt
waited-m10 = bis 10 Minuten
waited-m30 = 10 bis 30 Minuten
waited-h1 = 30 Minuten bis 1 Stunde
waited-h4 = 1 bis 4 Stunden
waited-d1 = 4 Stunden bis 1 Tag
waited-more = länger als 1 Tag
waited-never = nie übernommen
lasted-m15 = bis 15 Minuten
lasted-h1 = 15 Minuten bis 1 Stunde
lasted-h4 = 1 bis 4 Stunden
lasted-d1 = 4 Stunden bis 1 Tag
lasted-more = länger als 1 Tag

## How to read them

chart-says = Diagramm „{ $title }“. { $values }
legend-hidden = unter 5 oder zum Schutz anderer Zellen nicht veröffentlicht
legend-least = mindestens: ein Teil der Summe ist nicht veröffentlicht
legend-zero = null
note-share = Der relative Anteil bezieht sich auf alle Beratungen in diesem Zeitraum und an diesem Ort.
note-no-shares = Wo die Gesamtzahl nicht oder nur zum Teil veröffentlicht ist, gibt es keine Anteile.
note-coarse = Für einzelne Monate werden nur die Themen insgesamt veröffentlicht. Orte, Sprachen und alles Weitere erscheinen nach dem Ende des Quartals.
note-one-cell = Zu einer Sprache an einem Ort wird nur diese eine Zahl veröffentlicht. Feinere Zahlen würden auf einzelne Personen hinweisen.
note-estimate = Geschätzt mit HyperLogLog, Standardfehler 0,8 %: So wird gezählt, ohne dass eine Person gespeichert wird.
note-no-sum = Quartale lassen sich nicht zusammenzählen: Wer in zwei Quartalen kam, wäre doppelt gezählt.
note-unmet = Ohne Antwort: die Rückfrage blieb offen, niemand war erreichbar (außerhalb der Zeiten oder alle beschäftigt), oder die Antwort hat nicht geholfen.
note-unclear = Nicht verstandene Nachrichten sind keine Beratungen und in den anderen Zahlen nicht enthalten.
note-cases-place = Wartezeiten und Ergebnisse werden nicht nach Orten veröffentlicht, weil sie auf einzelne Personen hinweisen würden.
note-unknown-place = „Ort nicht bekannt“: Der Stadtteil wurde nicht genannt.
note-missing = In diesem Zeitraum nicht veröffentlicht und nicht enthalten: { $periods }.
note-suppression = Zahlen unter 5 und weitere, aus denen sie sich errechnen ließen, werden nicht veröffentlicht. Filter zeigen immer nur Veröffentlichtes.
note-noise = Die Zahlen sind mit Zufallsrauschen geschützt (Differential Privacy, Epsilon { $epsilon }). Sie weichen etwas von den wahren Zahlen ab; Summen stimmen deshalb nicht genau. Negative Zahlen sind als 0 gezeigt.
source = Quelle: Lotse, veröffentlichte Statistik. Veröffentlicht am { $day }.

## Files

about = Hinweise zur Statistik
made-on = Erstellt am { $day }
page-of = Seite { $number } von { $total }
