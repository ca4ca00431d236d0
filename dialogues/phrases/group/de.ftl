# What the bot says in the counsellors' Telegram group. Staff read German only.

## Topic and card

title = #{ $number } · { $language } · { $topic }
card-title = Fall { $number } · { $language } · { $topic }
card-waiting = ⏳ wartet seit { $since }
card-claimed = 👤 bei { $who }, wartete seit { $since }
card-closed = ✅ abgeschlossen: { $outcome }
card-closed-topics = Themen beim Abschluss: { $topics }
card-expired = ⌛ abgelaufen, wartete seit { $since }
card-district = Stadtteil: { $district }
card-topics = Themen bisher: { $topics }
card-channel = Schreibt über: { $channel }
card-wants = Anliegen:
card-wants-original = Original:
no-topic = ohne Thema
channel-telegram = Telegram
channel-web = Webseite
channel-rest = Schnittstelle

## Buttons

button-take = Übernehmen
button-close = Abschließen
button-hand-over = Weitergeben
button-release = Freigeben
button-ready-made = Fertige Antwort
button-note = Notiz
button-originals = Originale zeigen
button-reopen = Wieder öffnen
button-next = Weiter
button-cancel = Abbrechen
button-send-anyway = Trotzdem senden
button-discard = Verwerfen
button-back = Zurück zur Auswahl

## What was said

# The words themselves follow after these; they are too long to be put into a phrase.
remark-resident = 💬
remark-original = Original ({ $language }):
remark-not-translated = (nicht übersetzt, { $language })
remark-lotse = 🤖 Lotse schrieb:
remark-colleague = ↩️ { $who }:
remark-note = 📝 Notiz von { $who }:
remark-edited = ✏️ geändert
remark-attachment = (Anhang)
remark-attachment-lost = (Ein Anhang konnte nicht weitergegeben werden.)
remark-recalled = ↩️ Zurückgenommen. Die Nachricht ist bei der ratsuchenden Person gelöscht.
reply-back = ↩︎ Zurückübersetzt:
reply-untranslated = ⚠️ Nicht übersetzt. { $reason } Die ratsuchende Person hat Ihren deutschen Text bekommen, mit einem Hinweis.
reply-held = ✋ Noch nicht gesendet: Zurückübersetzt heißt Ihre Antwort etwas anderes. Senden Sie sie trotzdem, oder ändern Sie Ihre Nachricht. Zurückübersetzt:
reply-sent-anyway = ✅ Gesendet.
reply-discarded = Verworfen. Die Antwort wurde nicht gesendet.
untranslated-no_package = Für diese Sprache ist kein Übersetzungspaket installiert.
untranslated-too_slow = Die Übersetzung hat zu lange gedauert.
untranslated-fault = Die Übersetzung ist ausgefallen.
untranslated-placeholder = Eine Zahl, ein Name oder ein Datum wäre verändert worden.
untranslated-gate = Die Übersetzung war nicht gut genug.
failed = ⚠️ Nicht zugestellt: „{ $text }“
failed-because = ⚠️ Nicht zugestellt: „{ $text }“. Grund: { $reason }
failed-blocked = Die Person hat den Bot blockiert oder ihr Konto gelöscht.

## What happens to a case

waited-minutes = { $count ->
        [one] einer Minute
       *[other] { $count } Minuten
    }
waited-hours = { $count ->
        [one] einer Stunde
       *[other] { $count } Stunden
    }
waited-days = { $count ->
        [one] einem Tag
       *[other] { $count } Tagen
    }
remind = ⏰ Fall { $number } wartet seit { $waited }.
escalate = 🚨 Fall { $number } ({ $language }, { $topic }) wartet seit { $waited }. Wer kann übernehmen?
expired = ⌛ Der Fall ist abgelaufen. Die ratsuchende Person weiß Bescheid. Eine Woche lang lässt er sich wieder öffnen.
closed = ✅ Fall { $number } ist abgeschlossen: { $outcome }.
closed-by = ✅ { $who } hat Fall { $number } abgeschlossen: { $outcome }.
reopened = 🔁 Fall { $number } ist wieder offen.
reopened-by = 🔁 { $who } hat Fall { $number } wieder geöffnet.
deleted = 🗑 Fall { $number } gibt es nicht mehr: Die ratsuchende Person hat alle ihre Daten gelöscht.

## Outcomes

outcome-solved = gelöst
outcome-referred = weitervermittelt
outcome-appointment = Termin vereinbart
outcome-not_reached = nicht erreicht
outcome-complex = komplexes Anliegen
outcome-unknown = ohne Ergebnis

## Menus

close-topics = Fall { $number } abschließen. Worum ging es? Wählen Sie ein oder mehrere Themen.
close-outcome = Themen: { $topics }. Wie ging es aus?
close-no-topic = Bitte wählen Sie mindestens ein Thema.
close-again = Die Liste der Themen wurde geändert. Bitte drücken Sie noch einmal „Abschließen“.
close-done = Abgeschlossen: { $outcome }. Themen: { $topics }.
hand-over-to = Fall { $number } weitergeben an:
hand-over-nobody = Es ist noch niemand bekannt. Wer einmal in der Gruppe an einem Fall gearbeitet hat, steht hier zur Wahl.
hand-over-done = Fall { $number } ist jetzt bei { $who }.
ready-subjects = Fertige Antworten. Wählen Sie ein Gebiet, oder schreiben Sie /r und den Kürzel, zum Beispiel: /r { $code }
ready-list = { $subject }
ready-none = Es gibt keine fertigen Antworten.
ready-usage = Diese Antwort braucht Angaben. Schreiben Sie: /r { $code } { $values }
originals-none = Es wurde noch nichts geschrieben.
originals-line = { $time } { $who }:
who-resident = Ratsuchende Person
who-lotse = Lotse
who-note = Notiz
who-counsellor = Beratung

## Short answers to a button

took = Sie haben Fall { $number } übernommen.
released = Fall { $number } wartet wieder.
note-how = Beginnen Sie eine Nachricht mit // – sie bleibt unter uns und wird nicht weitergegeben.
sent = Gesendet.
cancelled = Abgebrochen.
reopening = Fall { $number } wird wieder geöffnet.
press-old = Dieser Knopf gilt nicht mehr. Bitte benutzen Sie die angeheftete Karte.
press-elsewhere = Das geht nur in der Gruppe der Beratung.

## Messages that are not passed on

help =
    Was Sie hier schreiben, geht an die ratsuchende Person, übersetzt in ihre Sprache.
    // am Anfang: bleibt unter uns.
    /zurück: nimmt die letzte Antwort zurück; als Antwort auf eine Nachricht: diese.
    /r Kürzel Wert 1 | Wert 2: fertige Antwort. /r: Liste.
    { "{" }Name{ "}" }: steht ein Name in geschweiften Klammern, wird er nicht übersetzt.
    /besser Text: als Antwort auf eine Nachricht, bessere Übersetzung.
    /rück aus, /rück an: Antworten zurückübersetzt zeigen oder nicht.
    /sperren 31.12.2030 Grund: Fall schließen und die Person bis zu diesem Tag sperren.
elsewhere = Dieser Bot nimmt hier keine Befehle an.
not-a-member = Das geht nur für Mitglieder der Gruppe. Die Nachricht wurde nicht weitergegeben.
anonymous = Nicht weitergegeben: Bitte schreiben Sie nicht anonym (Gruppeneinstellungen, „anonym bleiben“ ausschalten). Im Fall muss stehen, wer geantwortet hat.
not-passed-on = Das wird nicht weitergegeben. Text, Fotos, Sprachnachrichten, Videos und Dateien kommen an.
too-big = Nicht weitergegeben: Die Datei ist größer als { $limit } MB.
edited-note = Diese Änderung wurde nicht weitergegeben: Die Nachricht war eine Notiz und bleibt eine.
command-unknown = Diesen Befehl gibt es nicht. Er wurde nicht weitergegeben. /hilfe zeigt, was es gibt.
recall-done = ↩️ Wird zurückgenommen: „{ $text }“
correct-how = So geht es: Antworten Sie auf eine übersetzte Nachricht mit /besser und der richtigen Übersetzung.
correct-done = Danke. Die bessere Übersetzung gilt hier ab sofort; ob sie auch künftig gilt, entscheidet die Redaktion.
back-how = So geht es: /rück an oder /rück aus
back-on = Ihre Antworten werden wieder zurückübersetzt gezeigt.
back-off = Ihre Antworten werden nicht mehr zurückübersetzt und nicht mehr angehalten.
block-how = So geht es: /sperren 31.12.2030 Grund
blocked-done = Fall { $number } ist geschlossen, die Person ist bis { $until } gesperrt.

## Why something cannot be done, by the desk's word

refused-taken = Nicht weitergegeben: Den Fall hat { $who }.
refused-taken-unknown = Nicht weitergegeben: Den Fall hat schon jemand anderes.
refused-not_open = Der Fall ist nicht offen. Nichts wurde weitergegeben. Mit „Wieder öffnen“ auf der Karte geht es weiter.
refused-not_yours = Das geht nur bei einem eigenen Fall.
refused-unknown_case = Diesen Fall gibt es nicht mehr.
refused-empty = Die Nachricht ist leer.
refused-too_long = Nicht weitergegeben: Die Nachricht ist zu lang. Bitte teilen Sie sie.
refused-unknown_topic = Dieses Thema gibt es nicht.
refused-no_topic = Bitte wählen Sie mindestens ein Thema.
refused-too_old = Dafür ist es zu spät.
refused-already_delivered = Das lässt sich nicht mehr zurücknehmen.
refused-unknown_remark = Zu dieser Nachricht ist nichts bekannt. Es wurde nichts geändert.
refused-unknown_code = Diese fertige Antwort gibt es nicht. /r zeigt die Liste.
refused-missing_value = Es fehlen Angaben: { $detail }
refused-blocked = Diese Person ist gesperrt.
refused-past_date = Dieser Tag liegt in der Vergangenheit.
refused-unknown_counsellor = Diese Kollegin oder diesen Kollegen kenne ich nicht.
refused-held = Eine Antwort ist noch nicht gesendet. Senden oder verwerfen Sie sie zuerst.
refused-other = Das geht jetzt nicht.
