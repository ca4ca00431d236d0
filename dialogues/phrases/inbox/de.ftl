# The words of the web inbox. German is the source; English has the same ids.
# Readers are counsellors at work: short, plain, polite (Sie).

## Everywhere

inbox = Fälle
brand = Lotse
skip = Zum Inhalt
signed-in-as = Angemeldet als { $name }
sign-out = Abmelden
interface-language = Sprache der Oberfläche
waiting-count =
    { $count ->
        [0] Niemand wartet
        [one] 1 wartet
       *[other] { $count } warten
    }
case-number = Fall { $number }
send = Senden
save = Speichern
close-window = Schließen
offline = Keine Verbindung. Die Seite aktualisiert sich gerade nicht.
online = Wieder verbunden.
not-sent = Nicht gesendet: keine Verbindung. Ihr Text steht noch da.
signed-out-meanwhile = Sie sind nicht mehr angemeldet. Ihr Text steht noch da.
sign-in-again = In neuem Fenster anmelden
new-case = Neuer Fall { $number }
new-message = Neue Nachricht
sound-on = Ton bei neuem Fall: an
sound-off = Ton bei neuem Fall: aus

## Signing in

sign-in = Anmelden
sign-in-title = Anmelden bei Lotse
sign-in-hint = Für Beratung und Koordination.
login = Anmeldename
password = Passwort
sign-in-wrong = Anmeldename oder Passwort stimmt nicht.
sign-in-wait =
    { $seconds ->
        [one] Das hat nicht gestimmt. Bitte warten Sie eine Sekunde und versuchen Sie es dann noch einmal.
       *[other] Das hat nicht gestimmt. Bitte warten Sie { $seconds } Sekunden und versuchen Sie es dann noch einmal.
    }
signed-out = Sie sind abgemeldet.

## What went wrong

problem-title = Das ging nicht
problem-role = Ihr Konto ist nicht für die Beratung freigeschaltet.
problem-role-hint = Wenden Sie sich an die Person, die Lotse bei Ihnen betreut.
problem-form = Dieses Formular ist abgelaufen. Bitte laden Sie die Seite neu und versuchen Sie es noch einmal.
problem-input = Diese Eingabe ist unvollständig oder ungültig.
problem-too-large = Das ist zu viel auf einmal.
problem-unknown = Diese Seite gibt es nicht.
problem-unavailable = Das geht gerade nicht. Es wurde nichts gespeichert. Bitte versuchen Sie es gleich noch einmal.
problem-your-text = Ihr Text, zum Kopieren:
back-to-list = Zurück zu den Fällen
to-reports = Zu den Berichten

refused-taken = { $who } hat diesen Fall gerade übernommen.
refused-not_open = Dieser Fall ist nicht offen.
refused-not_yours = Diesen Fall hat jemand anderes.
refused-unknown_case = Diesen Fall gibt es nicht (mehr).
refused-empty = Bitte schreiben Sie etwas.
refused-too_long = Der Text ist zu lang.
refused-unknown_topic = Dieses Thema gibt es nicht.
refused-no_topic = Bitte wählen Sie mindestens ein Thema.
refused-too_old = Dieser Fall ist schon zu lange beendet.
refused-already_delivered = Die Nachricht ist schon angekommen und lässt sich nicht mehr ändern.
refused-unknown_remark = Diese Nachricht gibt es nicht (mehr).
refused-unknown_code = Diese fertige Antwort gibt es nicht.
refused-missing_value = Bitte füllen Sie alle Felder der fertigen Antwort aus.
refused-blocked = Diese Person ist gesperrt.
refused-past_date = Bitte wählen Sie einen Tag in der Zukunft.
refused-unknown_counsellor = Diese Person kann den Fall nicht übernehmen.
refused-another_open = Diese Person hat schon einen anderen offenen Fall.
refused-held = Eine Antwort ist noch nicht gesendet. Senden oder verwerfen Sie sie zuerst.
refused-other = Das geht gerade nicht.

## The list

show-open = Offen
show-ended = Beendet
list-waiting = Wartet auf Beratung
list-claimed = In Beratung
list-ended = Beendet
nobody-waiting = Gerade wartet niemand.
nobody-waiting-hint = Neue Fälle erscheinen hier von selbst.
none-claimed = Gerade ist kein Fall in Beratung.
none-ended = Es ist noch kein Fall beendet.
state-waiting = Wartet
state-claimed = In Beratung
state-closed = Abgeschlossen
state-expired = Abgelaufen
no-topic = Ohne Thema
you = Sie
with-you = Bei Ihnen
with = Bei { $name }
waits-for = wartet seit
since = seit
ended = beendet
claim = Übernehmen
claim-case = Fall { $number } übernehmen
done-closed = Fall { $number } ist abgeschlossen.
done-moved = Fall { $number } ist weitergegeben.
done-released = Fall { $number } wartet wieder.
done-blocked = Fall { $number } ist abgeschlossen und die Person gesperrt.

## Times

duration-now = gerade eben
duration-minutes = { $minutes } Min.
duration-hours = { $hours } Std. { $minutes } Min.
duration-days = { $days } Tg. { $hours } Std.
day-and-time = { $day }.{ $month }., { $time }

## A case

wants = Anliegen
facts = Über den Fall
fact-language = Sprache
fact-topic = Thema
fact-topics = Bisherige Themen
fact-district = Stadtteil
fact-channel = Kanal
fact-since = Eröffnet
fact-who = In Beratung bei
fact-ended = Beendet
fact-outcome = Ergebnis
unknown = unbekannt
nobody = noch niemandem
language =
    { $code ->
        [ar] Arabisch
        [de] Deutsch
        [en] Englisch
        [fa] Persisch
        [ru] Russisch
        [tr] Türkisch
        [uk] Ukrainisch
       *[other] { $code }
    }
channel =
    { $channel ->
        [telegram] Telegram
        [web] Web-Chat
       *[other] { $channel }
    }
talk = Gespräch
earlier =
    { $count ->
        [one] Vorher mit Lotse (1 Nachricht)
       *[other] Vorher mit Lotse ({ $count } Nachrichten)
    }
by-resident = Ratsuchende Person
by-lotse = Lotse (automatisch)
internal = Interne Notiz, nur für das Team
translated = automatisch übersetzt
not-translated = nicht übersetzt
being-translated = wird übersetzt …
translated-back = Zurückübersetzt:
held = Noch nicht gesendet: Zurückübersetzt heißt die Antwort etwas anderes. Bitte lesen Sie nach und senden Sie sie trotzdem, ändern Sie sie, oder verwerfen Sie sie.
held-send-anyway = Trotzdem senden
held-recall = Verwerfen
correct = Bessere Übersetzung
correct-text = Die richtige Übersetzung
untranslatable = Nicht übersetzt wird: { $languages }. Es fehlt ein Übersetzungspaket; wer Lotse betreibt, installiert es mit „lotse packages install“.
untranslated-no_package = kein Übersetzungspaket
untranslated-too_slow = es hat zu lange gedauert
untranslated-fault = die Übersetzung ist ausgefallen
untranslated-placeholder = eine Zahl, ein Name oder ein Datum wäre verändert worden
untranslated-gate = die Übersetzung war nicht gut genug
delivery-held = noch nicht gesendet
back-on = Antworten zurückübersetzt zeigen und bei Abweichung anhalten
back-off = Antworten nicht mehr zurückübersetzen
edited = bearbeitet
delivery-waiting = wird zugestellt …
delivery-sent = zugestellt
delivery-failed = nicht zugestellt
delivery-recalled = zurückgerufen
attachment-photo = Foto
attachment-voice = Sprachnachricht
attachment-video = Video
attachment-sticker = Sticker
attachment-file = Datei
attachment-contact = Kontakt
attachment-other = Anhang
attachment-where = { $kind }, in Telegram ansehen
attachment-elsewhere = { $kind }, wird hier nicht gespeichert
event-opened = Fall eröffnet
event-claimed = Übernommen von { $who }
event-moved = Weitergegeben von { $who }
event-released = Zurückgegeben von { $who }
event-noted = Notiz von { $who }
event-closed = Abgeschlossen von { $who }
event-expired = Abgelaufen
event-withdrawn = Von der ratsuchenden Person beendet
event-reopened = Wieder geöffnet von { $who }
event-reminded = Team erinnert
event-escalated = Dringend gemeldet
event-blocked = Gesperrt von { $who }
blocked-until = bis { $day }.{ $month }.{ $year }
somebody = jemandem

## Acting

reply = Antwort
reply-hint = Schreiben Sie Deutsch, am besten in kurzen Sätzen. Die Person liest: { $language }. Übersetzt wird automatisch, wenn es geht.
reply-hint-german = Die Person bekommt Ihre Antwort auf Deutsch.
reply-claims = Mit der Antwort übernehmen Sie den Fall.
claim-and-send = Übernehmen und senden
with-somebody-else = Diesen Fall hat { $name }. Sie können eine Notiz schreiben.
is-ended = Dieser Fall ist beendet.
change = Ändern
change-text = Neuer Text
recall = Zurückrufen
recall-hint = Nimmt die Nachricht beim Empfänger zurück, wenn der Kanal das kann.
note = Notiz
note-hint = Nur für das Team. Die ratsuchende Person sieht sie nie.
note-save = Notiz speichern
ready = Fertige Antworten
ready-hint = Von Menschen in allen Sprachen geschrieben, ohne automatische Übersetzung.
ready-search = Kürzel oder Wörter
ready-search-go = Suchen
ready-none = Keine fertige Antwort gefunden.
ready-more =
    { $count ->
        [one] Eine weitere. Suchen Sie genauer.
       *[other] { $count } weitere. Suchen Sie genauer.
    }
ready-send = Antwort „{ $code }“ senden
placeholder =
    { $name ->
        [date] Datum
        [time] Uhrzeit
        [name] Name
        [address] Adresse
        [phone] Telefonnummer
        [document] Unterlage
        [office] Stelle
        [amount] Betrag
       *[other] { $name }
    }
actions = Was tun?
close = Abschließen
close-hint = Lotse übernimmt das Gespräch wieder und fragt, wie es war.
close-topics = Worum ging es?
close-topics-filter = Themen filtern
close-outcome = Wie ging es aus?
close-go = Fall abschließen
outcome-solved = Gelöst
outcome-referred = Weitervermittelt
outcome-appointment = Termin vereinbart
outcome-not_reached = Nicht erreicht
outcome-complex = Komplexe Problemlage
move = Weitergeben
move-to = An wen?
move-go = Fall weitergeben
move-nobody = Es gibt noch niemanden, dem Sie den Fall geben können.
release = Zurück in die Warteliste
release-hint = Der Fall wartet wieder und jemand anderes kann ihn übernehmen.
reopen = Wieder öffnen
reopen-hint = Geht bis eine Woche nach dem Ende.
block = Sperren
block-hint = Schließt den Fall. Die Person kann bis zu diesem Tag keinen neuen Fall eröffnen; Lotse selbst antwortet ihr weiter.
block-reason = Grund (nur für das Team)
block-until = Gesperrt bis einschließlich
block-go = Person sperren

## Keyboard

keys = Tastenkürzel
keys-use = Tastenkürzel verwenden
keys-next = nächster Fall
keys-previous = voriger Fall
keys-open = Fall öffnen
keys-claim = Fall übernehmen
keys-reply = antworten
keys-send = Text senden
keys-note = Notiz schreiben
keys-ready = fertige Antwort suchen
keys-list = zurück zur Liste
keys-help = diese Hilfe
