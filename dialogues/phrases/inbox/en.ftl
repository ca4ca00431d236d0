# The words of the web inbox in English; the same ids as in German.

## Everywhere

inbox = Cases
brand = Lotse
skip = Skip to content
signed-in-as = Signed in as { $name }
sign-out = Sign out
interface-language = Language of the interface
waiting-count =
    { $count ->
        [0] Nobody is waiting
        [one] 1 waiting
       *[other] { $count } waiting
    }
case-number = Case { $number }
send = Send
save = Save
close-window = Close
offline = No connection. This page is not updating at the moment.
online = Connected again.
not-sent = Not sent: no connection. Your text is still there.
signed-out-meanwhile = You are no longer signed in. Your text is still there.
sign-in-again = Sign in in a new window
new-case = New case { $number }
new-message = New message
sound-on = Sound for a new case: on
sound-off = Sound for a new case: off

## Signing in

sign-in = Sign in
sign-in-title = Sign in to Lotse
sign-in-hint = For counsellors and coordinators.
login = Login
password = Password
sign-in-wrong = Login or password is wrong.
sign-in-wait =
    { $seconds ->
        [one] That was wrong. Please wait one second, then try again.
       *[other] That was wrong. Please wait { $seconds } seconds, then try again.
    }
signed-out = You are signed out.

## What went wrong

problem-title = That did not work
problem-role = Your account may not work on cases.
problem-role-hint = Please ask whoever looks after Lotse in your organisation.
problem-form = This form has expired. Please reload the page and try again.
problem-input = This input is incomplete or not valid.
problem-too-large = That is too much at once.
problem-unknown = There is no such page.
problem-unavailable = That does not work just now. Nothing was saved. Please try again in a moment.
problem-your-text = Your text, to copy:
back-to-list = Back to the cases
to-reports = To the reports

refused-taken = { $who } has just taken this case.
refused-not_open = This case is not open.
refused-not_yours = Somebody else has this case.
refused-unknown_case = There is no such case (any more).
refused-empty = Please write something.
refused-too_long = The text is too long.
refused-unknown_topic = There is no such topic.
refused-no_topic = Please choose at least one topic.
refused-too_old = This case ended too long ago.
refused-already_delivered = The message has already arrived and cannot be changed any more.
refused-unknown_remark = There is no such message (any more).
refused-unknown_code = There is no such ready-made reply.
refused-missing_value = Please fill in every field of the ready-made reply.
refused-blocked = This person is blocked.
refused-past_date = Please choose a day in the future.
refused-unknown_counsellor = This person cannot take the case.
refused-another_open = This person has another open case already.
refused-held = A reply has not been sent yet. Send or discard it first.
refused-other = That does not work just now.

## The list

show-open = Open
show-ended = Ended
list-waiting = Waiting for a counsellor
list-claimed = With a counsellor
list-ended = Ended
nobody-waiting = Nobody is waiting just now.
nobody-waiting-hint = New cases appear here by themselves.
none-claimed = No case is with a counsellor just now.
none-ended = No case has ended yet.
state-waiting = Waiting
state-claimed = With a counsellor
state-closed = Closed
state-expired = Expired
no-topic = No topic
you = you
with-you = With you
with = With { $name }
waits-for = waiting for
since = for
ended = ended
claim = Take
claim-case = Take case { $number }
done-closed = Case { $number } is closed.
done-moved = Case { $number } is handed over.
done-released = Case { $number } is waiting again.
done-blocked = Case { $number } is closed and the person blocked.

## Times

duration-now = just now
duration-minutes = { $minutes } min
duration-hours = { $hours } h { $minutes } min
duration-days = { $days } d { $hours } h
day-and-time = { $day }/{ $month }, { $time }

## A case

wants = Request
facts = About the case
fact-language = Language
fact-topic = Topic
fact-topics = Topics so far
fact-district = District
fact-channel = Channel
fact-since = Opened
fact-who = With
fact-ended = Ended
fact-outcome = Outcome
unknown = unknown
nobody = nobody yet
language =
    { $code ->
        [ar] Arabic
        [de] German
        [en] English
        [fa] Persian
        [ru] Russian
        [tr] Turkish
        [uk] Ukrainian
       *[other] { $code }
    }
channel =
    { $channel ->
        [telegram] Telegram
        [web] Web chat
       *[other] { $channel }
    }
talk = Conversation
earlier =
    { $count ->
        [one] Before, with Lotse (1 message)
       *[other] Before, with Lotse ({ $count } messages)
    }
by-resident = Resident
by-lotse = Lotse (automatic)
internal = Internal note, for the team only
translated = machine translation
not-translated = not translated
being-translated = being translated …
translated-back = Translated back:
held = Not sent yet: translated back, the reply says something else. Please check it and send it anyway, change it, or discard it.
held-send-anyway = Send anyway
held-recall = Discard
correct = Better translation
correct-text = The right translation
untranslatable = Not translated: { $languages }. A translation package is missing; the operator installs it with “lotse packages install”.
untranslated-no_package = no translation package
untranslated-too_slow = it took too long
untranslated-fault = the translation failed
untranslated-placeholder = a number, a name or a date would have been changed
untranslated-gate = the translation was not good enough
delivery-held = not sent yet
back-on = Show replies translated back, and hold those that differ
back-off = No longer translate replies back
edited = edited
delivery-waiting = being delivered …
delivery-sent = delivered
delivery-failed = not delivered
delivery-recalled = taken back
attachment-photo = Photo
attachment-voice = Voice message
attachment-video = Video
attachment-sticker = Sticker
attachment-file = File
attachment-contact = Contact
attachment-other = Attachment
attachment-where = { $kind }, see it in Telegram
attachment-elsewhere = { $kind }, not kept here
event-opened = Case opened
event-claimed = Taken by { $who }
event-moved = Handed over by { $who }
event-released = Given back by { $who }
event-noted = Note by { $who }
event-closed = Closed by { $who }
event-expired = Expired
event-withdrawn = Ended by the resident
event-reopened = Reopened by { $who }
event-reminded = Team reminded
event-escalated = Reported as urgent
event-blocked = Blocked by { $who }
blocked-until = until { $day }/{ $month }/{ $year }
somebody = somebody

## Acting

reply = Reply
reply-hint = Write in German, best in short sentences. The person reads: { $language }. Translation is automatic where possible.
reply-hint-german = The person gets your reply in German.
reply-claims = By replying you take the case.
claim-and-send = Take and send
with-somebody-else = { $name } has this case. You can write a note.
is-ended = This case has ended.
change = Change
change-text = New text
recall = Take back
recall-hint = Takes the message back from the recipient where the channel can do that.
note = Note
note-hint = For the team only. The resident never sees it.
note-save = Save note
ready = Ready-made replies
ready-hint = Written by people in every language, no machine translation.
ready-search = Code or words
ready-search-go = Search
ready-none = No ready-made reply was found.
ready-more =
    { $count ->
        [one] One more. Search more precisely.
       *[other] { $count } more. Search more precisely.
    }
ready-send = Send reply “{ $code }”
placeholder =
    { $name ->
        [date] Date
        [time] Time
        [name] Name
        [address] Address
        [phone] Phone number
        [document] Document
        [office] Office
        [amount] Amount
       *[other] { $name }
    }
actions = What to do?
close = Close
close-hint = Lotse takes over the conversation again and asks how it was.
close-topics = What was it about?
close-topics-filter = Filter topics
close-outcome = How did it end?
close-go = Close the case
outcome-solved = Solved
outcome-referred = Referred
outcome-appointment = Appointment made
outcome-not_reached = Not reached
outcome-complex = Complex problem
move = Hand over
move-to = To whom?
move-go = Hand the case over
move-nobody = There is nobody yet you could give the case to.
release = Back to the waiting list
release-hint = The case waits again and somebody else can take it.
reopen = Reopen
reopen-hint = Possible up to a week after the end.
block = Block
block-hint = Closes the case. The person cannot open another one until that day; Lotse itself goes on answering them.
block-reason = Reason (for the team only)
block-until = Blocked up to and including
block-go = Block the person

## Keyboard

keys = Keyboard shortcuts
keys-use = Use keyboard shortcuts
keys-next = next case
keys-previous = previous case
keys-open = open the case
keys-claim = take the case
keys-reply = reply
keys-send = send the text
keys-note = write a note
keys-ready = search ready-made replies
keys-list = back to the list
keys-help = this help
