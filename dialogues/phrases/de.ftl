# What Lotse says itself. German is the source; every other language has the same ids.
# Words for readers with little German and little time: short, warm, polite (Sie), level B1.

## First contact

welcome-choose-language = Willkommen bei Lotse. Bitte wählen Sie Ihre Sprache.
intro =
    Guten Tag! Ich bin Lotse, ein Computerprogramm. Ich helfe Ihnen kostenlos, sich im deutschen Gesundheitssystem zurechtzufinden: Arzt, Krankenkasse, Anträge, Hebamme, Pflege und mehr.
    Ich bin kein Arzt. Ich sage nicht, welche Krankheit Sie haben oder was Sie einnehmen sollen. In Lebensgefahr rufen Sie { $emergency } an.
intro-keeps =
    Damit wir ein Gespräch führen können, speichere ich, was Sie schreiben, bis { $days ->
        [one] einen Tag
       *[other] { $days } Tage
    } nach Ihrer letzten Nachricht. Ihren Namen brauche ich nicht. Sie können jederzeit alles löschen: /delete. Sind Sie einverstanden?
intro-question-waits = Ihre Frage habe ich gelesen. Ich beantworte sie gleich nach Ihrer Antwort. Sie wartet höchstens eine Stunde.
consent-please = Bitte antworten Sie zuerst: Darf ich speichern, was Sie schreiben, damit ich Ihnen antworten kann?
consent-given = Danke. Wie kann ich Ihnen helfen? Schreiben Sie einfach Ihre Frage.
consent-thanks = Danke.
consent-already-given = Sie haben schon zugestimmt. Wie kann ich Ihnen helfen?
consent-refused = In Ordnung. Ich speichere nichts von dem, was Sie schreiben. Ich beantworte jede Nachricht einzeln und vergesse sie sofort. Rückfragen und Gespräche mit einem Menschen gehen so nicht. Sie können jederzeit zustimmen.
needs-consent = Dafür muss ich speichern, was Sie schreiben. Sind Sie damit einverstanden?
button-agree = Ja, einverstanden
button-refuse = Nein

## Buttons

button-more = Mehr dazu
button-desk = Am Schalter zeigen
button-person = Mit einem Menschen sprechen
button-helpful = Das hat geholfen
button-not-helpful = Das hat nicht geholfen
button-topics = Was Lotse kann
button-skip = Überspringen
button-cancel = Abbrechen
button-none-of-these = Nichts davon
button-delete = Ja, alles löschen
button-keep = Nein, nicht löschen
button-my-data = Meine Daten als Datei
button-language = Sprache / Language
button-go-on = Kein Notfall, weiter

## Danger

emergency =
    { $emergency } – rufen Sie jetzt diese Nummer an! Kostenlos, Tag und Nacht, mit jedem Telefon.
    Sagen Sie: Wo sind Sie? Was ist passiert? Wie viele Menschen brauchen Hilfe? Legen Sie nicht auf, bevor man es Ihnen sagt. Sie können sagen, welche Sprache Sie sprechen.
emergency-poison = Bei einer Vergiftung, wenn die Person wach ist und atmet: Gift-Notruf { $poison }.
emergency-after = Wenn niemand in Gefahr ist, schreiben Sie mir Ihre Frage bitte noch einmal mit anderen Worten.
crisis =
    { $emergency } – rufen Sie an, wenn Sie oder jemand anderes jetzt in Gefahr ist.
    Es ist gut, dass Sie das schreiben. Sie sind nicht allein. Bitte sprechen Sie jetzt mit einem Menschen: Telefonseelsorge { $crisis }, kostenlos, Tag und Nacht, ohne Namen.
    Bleiben Sie nicht allein. Rufen Sie jemanden an, dem Sie vertrauen. Sie können auch in jedes Krankenhaus in die Notaufnahme gehen.

## Answers

answer-sources = Woher das kommt: { $sources }
answer-checked = Zuletzt geprüft: { $date }
answer-not-checked = Diese Antwort wurde noch nicht von einer zweiten Person geprüft. Bitte fragen Sie nach.
answer-out-of-date = Achtung: Diese Antwort sollte bis { $date } neu geprüft werden. Vielleicht stimmt nicht mehr alles. Bitte fragen Sie nach.
answer-not-written = Zum Thema „{ $topic }“ habe ich leider noch keine geprüfte Antwort. Ich möchte Ihnen nichts Falsches sagen. Ein Mensch aus der Beratung kann Ihnen helfen.
answer-bring = Bitte bereithalten oder mitbringen:
answer-contacts = Hier bekommen Sie Hilfe:
answer-again = Sie haben das schon einmal gefragt. Hier ist meine Antwort noch einmal. Wenn sie nicht hilft, sprechen Sie mit einem Menschen.
contact-free = kostenlos
contact-not-checked = Diese Angaben konnten wir noch nicht prüfen.
contact-languages = Sprachen: { $languages }
hours-always = Tag und Nacht
hours-unknown = Zeiten: bitte nachfragen
hours-closed = geschlossen
desk-show = Diesen Satz können Sie am Schalter zeigen:
desk-means = Das heißt:
helpful-thanks = Danke für Ihre Rückmeldung! Haben Sie noch eine Frage?
not-helpful-thanks = Danke, dass Sie das sagen. Möchten Sie mit einem Menschen sprechen oder Ihre Frage anders stellen?

## Not sure

unclear-choose = Ich bin nicht sicher, ob ich Sie richtig verstanden habe. Meinen Sie eines davon?
unclear-rephrase = Das habe ich leider nicht verstanden. Bitte schreiben Sie es mit anderen, kurzen Worten.
unclear-person = Ich verstehe Sie leider immer noch nicht. Möchten Sie mit einem Menschen sprechen?
nothing-to-confirm = Gut. Was möchten Sie wissen? Schreiben Sie einfach Ihre Frage.
nothing-to-deny = In Ordnung. Kann ich Ihnen bei etwas anderem helfen?
button-not-known = Dieser Knopf gilt nicht mehr. Bitte schreiben Sie Ihre Frage.

## Conversation

greet = Guten Tag! Wie kann ich Ihnen helfen?
goodbye = Auf Wiedersehen und alles Gute! Sie können jederzeit wieder schreiben.
thanks = Gern geschehen! Haben Sie noch eine Frage?
capabilities = Ich helfe Ihnen bei Fragen zum Gesundheitssystem: Arzt finden, Termin, Krankenkasse, Anträge, Briefe verstehen, Hebamme, Pflege, seelische Gesundheit und mehr. Schreiben Sie Ihre Frage in eigenen Worten oder wählen Sie:
bot-challenge = Ich bin ein Computerprogramm, kein Mensch. Ich antworte aus geprüften Texten. Wenn Sie möchten, können Sie mit einem Menschen sprechen.
privacy-info = Ich speichere Ihre Nachrichten ohne Ihren Namen, höchstens { $days } Tage nach Ihrer letzten Nachricht. Sie dienen nur dazu, Ihnen zu antworten. Ein Mensch aus der Beratung liest sie nur, wenn Sie mit ihm sprechen möchten. Mit /delete löschen Sie sofort alles.
person-unavailable = Im Moment kann ich Sie hier noch nicht mit einem Menschen verbinden. Diese Stellen helfen Ihnen persönlich:
medical-advice = Das darf und kann ich nicht beurteilen: Ich bin kein Arzt. Bitte fragen Sie Ihre Hausärztin oder Ihren Hausarzt. Außerhalb der Sprechzeiten, wenn es nicht warten kann: { $oncall }, kostenlos, Tag und Nacht. Bei Lebensgefahr: { $emergency }. Fragen zu Medikamenten beantwortet auch jede Apotheke.
out-of-scope = Dabei kann ich leider nicht helfen. Ich kenne mich nur mit dem Gesundheitssystem aus. Zum Beispiel helfe ich Ihnen hierbei:
feedback-thanks = Danke für Ihre Rückmeldung. Sie hilft uns, besser zu werden. Ihre Worte werden nicht weitergegeben.
cancelled = In Ordnung, wir fangen neu an. Was möchten Sie wissen?
delete-ask = Soll ich alles löschen, was ich über Sie gespeichert habe? Das kann man nicht rückgängig machen.
deleted = Alles gelöscht. Ich habe nichts mehr von Ihnen gespeichert. Ihre Quittung dafür hat die Nummer { $receipt }. Mit dieser Nummer können Sie nachfragen, wann gelöscht wurde; mehr steht nicht darin. Wenn Sie wieder schreiben, fangen wir neu an.

## Language

language-choose = In welcher Sprache möchten Sie schreiben?
language-changed = In Ordnung, ab jetzt schreibe ich Deutsch.
language-unsupported = Diese Sprache spreche ich leider noch nicht. Ich kann Deutsch, Arabisch, Russisch, Türkisch und Englisch. Möchten Sie mit einem Menschen sprechen?

## Messages that are not plain text

cannot-hear = Sprachnachrichten kann ich nicht hören. Bitte schreiben Sie Ihre Frage.
cannot-see = Bilder, Videos und Dateien kann ich nicht ansehen, und ich speichere sie nicht. Bitte schreiben Sie, worum es geht. Wenn Sie Hilfe mit einem Brief brauchen, kann ein Mensch ihn mit Ihnen lesen.
cannot-contact = Kontakte kann ich nicht lesen, und ich speichere sie nicht. Bitte schreiben Sie Ihre Frage.
sticker = Danke! Wenn Sie eine Frage haben, schreiben Sie sie bitte in Worten.
too-long = Ihre Nachricht ist zu lang für mich: { $length } Zeichen, ich lese höchstens { $limit }. Bitte schreiben Sie kurz, was Sie am meisten brauchen.
empty = Ich habe keine Wörter gelesen. Bitte schreiben Sie Ihre Frage.
edited = Sie haben Ihre Nachricht geändert. Ich antworte auf den neuen Text:
something-went-wrong = Bei mir ist etwas schiefgegangen. Bitte schreiben Sie Ihre Frage noch einmal. Wenn es nicht klappt, rufen Sie bitte { $oncall } an (medizinische Fragen) oder sprechen Sie mit einem Menschen.

## Finding a doctor

ask-specialty = Was für eine Praxis suchen Sie? Wählen Sie oder schreiben Sie es.
ask-spoken-language = Welche Sprache soll die Praxis sprechen?
ask-district = In welchem Stadtteil suchen Sie? Sie können den Stadtteil schreiben oder Ihren Standort schicken.
specialty-not-known = Dieses Fachgebiet kenne ich leider nicht.
spoken-language-not-known = Diese Sprache kenne ich leider nicht.
district-not-known = Diesen Stadtteil kenne ich leider nicht.
services-found = { $count ->
        [one] Diese Praxis passt:
       *[other] Diese { $count } Praxen passen:
    }
services-searched = Gesucht: { $criteria }
services-none = Dafür habe ich leider keine passende Praxis gefunden.
services-without-language = Mit der Sprache { $language } habe ich leider keine Praxis gefunden. Diese gibt es ohne diese Sprache. Fragen Sie dort nach einer Dolmetscherin oder einem Dolmetscher:
services-advice = So kommen Sie weiter: Rufen Sie { $oncall } an (Terminservice, kostenlos) oder suchen Sie auf www.116117.de. Auch Ihre Krankenkasse hilft bei der Suche.
services-demonstration = Achtung: Das ist ein erfundenes Beispiel zum Ausprobieren. Diese Praxen gibt es nicht. Bitte rufen Sie dort nicht an.
service-languages = Sprachen: { $languages }
service-hours = Zeiten: { $hours }
service-takes-new = nimmt neue Patienten
service-takes-no-new = nimmt zurzeit keine neuen Patienten
service-distance = etwa { $kilometres } km entfernt
any-specialty = alle Fachgebiete
any-language = jede Sprache
any-district = ganz Bremen

## Specialties

specialty-general_practice = Hausarzt
specialty-paediatrics = Kinderarzt
specialty-gynaecology = Frauenarzt
specialty-dentistry = Zahnarzt
specialty-dermatology = Hautarzt
specialty-ophthalmology = Augenarzt
specialty-ent = Hals-Nasen-Ohren-Arzt
specialty-orthopaedics = Orthopädie
specialty-cardiology = Herzarzt
specialty-urology = Urologie
specialty-neurology = Nervenarzt (Neurologie)
specialty-psychiatry = Psychiatrie
specialty-diabetology = Diabetes-Praxis
specialty-internal_medicine = Innere Medizin
specialty-radiology = Radiologie (Röntgen, MRT)
specialty-surgery = Chirurgie
specialty-pulmonology = Lungenarzt
specialty-gastroenterology = Magen-Darm-Praxis
specialty-oncology = Krebspraxis (Onkologie)
specialty-physiotherapy = Physiotherapie

## Topics, as buttons: at most 28 characters

topic-find_doctor = Arzt finden
topic-book_appointment = Termin bekommen
topic-out_of_hours_care = Nachts und am Wochenende
topic-insurance_contact = Krankenkasse erreichen
topic-insurance_coverage = Was die Kasse zahlt
topic-no_insurance = Ohne Krankenversicherung
topic-nursing_care = Pflege
topic-mental_health = Seelische Gesundheit
topic-addiction = Sucht
topic-disability = Behinderung
topic-loneliness = Einsamkeit
topic-housing = Wohnen
topic-domestic_violence = Gewalt zu Hause
topic-discrimination = Schlecht behandelt worden
topic-language_course = Deutschkurs
topic-bereavement = Trauer
topic-district_offers = Angebote im Stadtteil
topic-nutrition_exercise = Ernährung und Bewegung
topic-chronic_illness = Chronische Krankheit
topic-forms_help = Hilfe mit Formularen
topic-rehab = Reha und Kur
topic-parental_benefits = Elterngeld und Kindergeld
topic-birth_certificate = Geburtsurkunde
topic-understand_letter = Brief verstehen
topic-prescription_referral = Rezept und Überweisung
topic-midwife = Hebamme
topic-pregnancy = Schwangerschaft
topic-child_health = Kindergesundheit
topic-parenting_family = Familie und Erziehung
topic-vaccination = Impfung
topic-checkups = Vorsorge
topic-dental_care = Zähne
topic-heat_protection = Hitze und Erste Hilfe
topic-health_system = So geht das System
topic-interpreter = Dolmetschen und Begleitung

## Commands in Telegram's menu, at most 60 characters

command-start = Neu anfangen
command-help = Was Lotse kann
command-language = Sprache wählen
command-person = Mit einem Menschen sprechen
command-mydata = Alles, was gespeichert ist, als Datei
command-delete = Alles löschen, was gespeichert ist

## Web chat

web-title = Lotse – Hilfe im Gesundheitssystem
web-subtitle = Ein Computerprogramm. Kein Arzt. In Lebensgefahr: { $emergency }
web-placeholder = Ihre Frage
web-send = Senden
web-you = Sie
web-lotse = Lotse
web-typing = Lotse schreibt …
web-offline = Keine Verbindung. Ihre Nachricht wird gesendet, sobald es wieder geht.
web-online = Wieder verbunden.
web-not-sent = Nicht gesendet. Bitte versuchen Sie es noch einmal.
web-language = Sprache
web-messages = Gespräch
web-leave = Seite schnell verlassen
web-new = Neues Gespräch
web-start = Gespräch beginnen
web-share-location = Standort senden
web-download = Datei herunterladen

## Everything that is kept, as a file

mydata-here = Hier ist alles, was ich über Sie gespeichert habe, als Datei. Öffnen Sie sie mit einem Browser. Wer die Datei hat, kann alles lesen. Bitte passen Sie gut auf sie auf.
mydata-link = Hier ist alles, was ich über Sie gespeichert habe. Unten können Sie es als Datei herunterladen. Wer die Datei hat, kann alles lesen. Bitte passen Sie gut auf sie auf.
mydata-fetch = Alles, was ich über Sie gespeichert habe, können Sie als Datei abrufen: GET { $path }
mydata-title = Alles, was Lotse über Sie gespeichert hat
mydata-made = Diese Datei wurde für Sie erstellt: { $when }. Lotse behält keine Kopie davon.
mydata-careful = Wer diese Datei hat, kann alles lesen. Passen Sie gut auf sie auf. Löschen Sie sie, wenn Sie sie nicht mehr brauchen.
mydata-almost-nothing = Sie haben nicht zugestimmt, dass Lotse Ihre Nachrichten speichert. Deshalb steht hier fast nichts.
mydata-delete = Möchten Sie, dass Lotse alles löscht? Schreiben Sie im Chat: /delete
mydata-nothing = Hier ist nichts gespeichert.
mydata-about = Ihr Gespräch im Überblick
mydata-channel = Wo Sie mit Lotse schreiben
mydata-channel-telegram = Telegram
mydata-channel-web = Chat auf der Internetseite
mydata-channel-rest = in einem anderen Programm (REST)
mydata-language = Sprache
mydata-site = Von wo Sie zu Lotse kamen
mydata-consent = Darf Lotse speichern, was Sie schreiben?
mydata-consent-given = Ja
mydata-consent-since = Ja, seit: { $when }
mydata-consent-refused = Nein
mydata-consent-asked = Gefragt, noch keine Antwort
mydata-consent-none = Noch nicht gefragt
mydata-began = Erste Nachricht, die noch bekannt ist
mydata-last = Letzte Nachricht
mydata-erased = Wird gelöscht
mydata-erased-when = { $when }, wenn Sie bis dahin nicht mehr schreiben
mydata-blocked = Gespräche mit der Beratung
mydata-blocked-until = gesperrt bis { $until }
mydata-remembered = Was Lotse sich für das Gespräch merkt
mydata-topics = Themen
mydata-last-topic = Letztes Thema
mydata-district = Stadtteil
mydata-specialty = Gesuchtes Fachgebiet
mydata-spoken = Gesuchte Sprache der Praxis
mydata-misses = Nachrichten hintereinander, die Lotse nicht verstanden hat
mydata-messages = Nachrichten
mydata-messages-lead = Was Sie geschrieben haben und was Ihnen geschrieben wurde, der Reihe nach. Bilder, Sprachnachrichten und Dateien selbst speichert Lotse nicht.
mydata-team = Beratung
mydata-edited = geändert
mydata-waits = wartet auf Ihre Zustimmung
mydata-kind-button = Knopf
mydata-kind-location = Standort
mydata-kind-voice = Sprachnachricht
mydata-kind-photo = Bild
mydata-kind-video = Video
mydata-kind-sticker = Sticker
mydata-kind-file = Datei
mydata-kind-contact = Kontakt
mydata-kind-other = Etwas anderes
mydata-cases = Gespräche mit der Beratung
mydata-case = Gespräch Nummer { $number }
mydata-case-state = Stand
mydata-case-waiting = wartet, bis jemand aus der Beratung Zeit hat
mydata-case-claimed = wird gerade bearbeitet
mydata-case-closed = beendet
mydata-case-expired = beendet, weil niemand Zeit hatte
mydata-case-opened = Begonnen
mydata-case-taken = Übernommen
mydata-case-ended = Beendet
mydata-case-wish = Worum es geht
mydata-closing-topics = Themen am Ende
mydata-outcome = Ergebnis
mydata-outcome-solved = gelöst
mydata-outcome-referred = an eine andere Stelle vermittelt
mydata-outcome-appointment = Termin vereinbart
mydata-outcome-not-reached = nicht erreicht
mydata-outcome-complex = braucht weitere Hilfe
mydata-german = Übersetzung ins Deutsche
mydata-as-you-got-it = So haben Sie es bekommen
mydata-better = Bessere Übersetzung aus der Beratung
mydata-also = Was Lotse außerdem speichert
mydata-also-pseudonym = Ein Kennzeichen statt Ihres Namens. Es wird aus Ihrer Adresse im Chat berechnet. Niemand kann daraus ablesen, wer Sie sind, wenn er den geheimen Schlüssel von Lotse nicht hat.
mydata-also-address = Ihre Adresse im Chat (bei Telegram ist das eine Nummer), verschlüsselt. Lotse braucht sie, um Ihnen zu antworten.
mydata-also-numbers = Die Nummern und Uhrzeiten Ihrer Nachrichten, damit keine verloren geht und keine zweimal beantwortet wird.
mydata-also-statistics = Für die Statistik wird nur gezählt, zum Beispiel wie oft nach einem Thema gefragt wurde. Dort steht nichts über Sie als Person.
mydata-left-out = Was nicht in dieser Datei steht
mydata-left-out-notes = Notizen, die sich die Beratung nur für sich selbst macht, und die Namen der Beraterinnen und Berater.
mydata-left-out-unsent = Nachrichten, die die Beratung zurückgenommen oder noch nicht abgeschickt hat.
mydata-machine = Dieselben Daten für Computer
mydata-machine-lead = Dieser Teil ist für Programme gedacht (JSON). Sie brauchen ihn nicht zu lesen.

# Ein Mensch übernimmt

case-opened = Ich gebe Ihre Frage an eine Beraterin oder einen Berater weiter. Sie lesen, was wir hier bisher geschrieben haben. { $when } Sie können jederzeit weiterschreiben. Ich bin solange still, außer wenn jemand in Gefahr ist.
case-soon = Sie bekommen die Antwort hier in diesem Chat.
case-usually = Meist antwortet jemand innerhalb von { $minutes } Minuten.
case-back = Jetzt ist niemand da. Wir sind wieder da: { $when }. Schreiben Sie ruhig schon, worum es geht. Ihre Nachricht wird gelesen.
case-closed-long = Jetzt ist niemand da, und ich weiß nicht, wann wieder jemand da ist. Ihre Nachricht wird gelesen, sobald jemand da ist.
case-still-open = Ihre Frage liegt bei einer Beraterin oder einem Berater. { $when } Wenn Sie stattdessen wieder mit mir schreiben möchten, beenden Sie das Gespräch.
case-claimed = Ihre Frage wird gerade bearbeitet.
case-withdrawn = Gut, das Gespräch mit der Beratung ist beendet. Ich antworte Ihnen wieder. Was möchten Sie wissen?
case-closed = Das Gespräch mit der Beratung ist beendet. Ab jetzt antworte ich wieder. Hat Ihnen das Gespräch geholfen?
case-reopened = Eine Beraterin oder ein Berater hat Ihr Gespräch wieder aufgenommen und schreibt Ihnen hier.
case-reminded = Leider hat noch niemand aus der Beratung Zeit gehabt. Ihre Frage ist nicht vergessen. Wenn es eilt, rufen Sie bitte an: { $oncall } (ärztlicher Rat), { $emergency } (Lebensgefahr).
case-expired = Es tut mir leid: In der Zeit, die wir uns dafür gesetzt haben, konnte niemand antworten. Ihre Anfrage ist deshalb beendet. Diese Stellen helfen Ihnen persönlich:
case-blocked = Aus diesem Chat können Sie bis { $until } nicht mit der Beratung schreiben. Auf Ihre Fragen antworte ich weiter.
case-file-too-large = Diese Datei ist zu groß. Ich kann sie nicht weitergeben.
case-file-not-here = Dateien kann ich aus diesem Chat nicht weitergeben. Bitte schreiben Sie, worum es geht.
case-untranslated = Diese Nachricht ist nicht übersetzt:
case-offer = Möchten Sie darüber mit einem Menschen sprechen? Unten können Sie das auswählen.
button-end-case = Gespräch beenden
