# What Lotse says itself. German is the source; every other language has the same ids.
# Words for readers with little German and little time: short, warm, polite (Sie), level B1.

## First contact

welcome-choose-language = Welcome to Lotse. Please choose your language.
intro =
    Hello! I am Lotse, a computer program. I help you, free of charge, to find your way in the German health system: doctor, health insurer (Krankenkasse), forms and applications, midwife, nursing care and more.
    I am not a doctor. I do not tell you which illness you have or what you should take. If a life is in danger, call { $emergency }.
intro-keeps =
    So that we can have a conversation, I store what you write until { $days ->
        [one] one day
       *[other] { $days } days
    } after your last message. I do not need your name. You can delete everything at any time: /delete. Do you agree?
intro-question-waits = I have read your question. I will answer it as soon as you reply here. It waits for one hour at most.
consent-please = Please answer this first: May I store what you write, so that I can answer you?
consent-given = Thank you. How can I help you? Just write your question.
consent-thanks = Thank you.
consent-already-given = You have already agreed. How can I help you?
consent-refused = All right. I do not store anything you write. I answer each message on its own and forget it at once. This way I cannot ask you anything back, and you cannot talk to a person here. You can agree at any time.
needs-consent = For this I need to store what you write. Do you agree?
button-agree = Yes, I agree
button-refuse = No

## Buttons

button-more = Tell me more
button-desk = Show at the counter
button-person = Talk to a person
button-helpful = This helped me
button-not-helpful = This did not help me
button-topics = What Lotse can do
button-skip = Skip
button-cancel = Cancel
button-none-of-these = None of these
button-delete = Yes, delete everything
button-keep = No, do not delete
button-my-data = My data as a file
button-language = Language / Sprache
button-go-on = Not an emergency, go on

## Danger

emergency =
    { $emergency } – call this number now! It is free, day and night, from any phone.
    Tell them: Where are you? What happened? How many people need help? Do not hang up until they tell you to. You can say which language you speak.
emergency-poison = If someone is poisoned and is awake and breathing: poison helpline (Gift-Notruf) { $poison }.
emergency-after = If nobody is in danger, please write your question to me again in other words.
crisis =
    { $emergency } – call if you or someone else is in danger now.
    It is good that you wrote this. You are not alone. Please talk to a person now: crisis line (Telefonseelsorge) { $crisis }, free, day and night, no name needed.
    Do not stay alone. Call someone you trust. You can also go to the emergency department (Notaufnahme) of any hospital.

## Answers

answer-sources = Where this comes from: { $sources }
answer-checked = Last checked: { $date }
answer-not-checked = This answer has not yet been checked by a second person. Please ask someone to be sure.
answer-out-of-date = Please note: this answer should have been checked again by { $date }. Some of it may no longer be right. Please ask someone to be sure.
answer-not-written = I am sorry, I do not have a checked answer on “{ $topic }” yet. I do not want to tell you anything wrong. A person from the advice team can help you.
answer-bring = Please have this ready or bring it:
answer-contacts = You can get help here:
answer-again = You have asked this before. Here is my answer again. If it does not help, please talk to a person.
contact-free = free of charge
contact-not-checked = We have not been able to check these details yet.
contact-languages = Languages: { $languages }
hours-always = day and night
hours-unknown = opening hours: please ask
hours-closed = closed
desk-show = You can show this sentence at the counter:
desk-means = It means:
helpful-thanks = Thank you for telling me! Do you have another question?
not-helpful-thanks = Thank you for telling me. Would you like to talk to a person or ask your question in another way?

## Not sure

unclear-choose = I am not sure if I understood you correctly. Do you mean one of these?
unclear-rephrase = I am sorry, I did not understand that. Please write it in other, short words.
unclear-person = I am sorry, I still do not understand you. Would you like to talk to a person?
nothing-to-confirm = Good. What would you like to know? Just write your question.
nothing-to-deny = All right. Can I help you with something else?
button-not-known = This button no longer works. Please write your question.

## Conversation

greet = Hello! How can I help you?
goodbye = Goodbye and all the best! You can write to me again at any time.
thanks = You are welcome! Do you have another question?
capabilities = I help you with questions about the health system: finding a doctor, appointments, health insurer (Krankenkasse), forms and applications, understanding letters, midwife, nursing care, mental health and more. Write your question in your own words or choose:
bot-challenge = I am a computer program, not a human. My answers come from checked texts. If you like, you can talk to a person.
privacy-info = I store your messages without your name, for at most { $days ->
        [one] one day
       *[other] { $days } days
    } after your last message. They are only used to answer you. A person from the advice team reads them only if you want to talk to them. With /delete you delete everything at once.
person-unavailable = At the moment I cannot connect you to a person here yet. These places can help you personally:
medical-advice = I cannot judge this and I am not allowed to: I am not a doctor. Please ask your family doctor (Hausarzt). When the practice is closed and it cannot wait: { $oncall }, free, day and night. If a life is in danger: { $emergency }. Any pharmacy (Apotheke) can also answer questions about medicines.
out-of-scope = I am sorry, I cannot help with that. I only know about the health system. For example, I can help you with this:
feedback-thanks = Thank you for your feedback. It helps us to get better. Your words are not passed on.
cancelled = All right, let us start again. What would you like to know?
delete-ask = Should I delete everything I have stored about you? This cannot be undone.
deleted = Everything is deleted. I have nothing stored about you any more. Your receipt has the number { $receipt }. With this number you can ask when it was deleted; the receipt says nothing else. If you write again, we start from the beginning.

## Language

language-choose = Which language would you like to write in?
language-changed = All right, from now on I write in English.
language-unsupported = I am sorry, I do not speak this language yet. I can write German, Arabic, Russian, Turkish and English. Would you like to talk to a person?

## Messages that are not plain text

cannot-hear = I cannot listen to voice messages. Please write your question.
cannot-see = I cannot look at pictures, videos or files, and I do not store them. Please write what it is about. If you need help with a letter, a person can read it with you.
cannot-contact = I cannot read contacts, and I do not store them. Please write your question.
sticker = Thank you! If you have a question, please write it in words.
too-long = Your message is too long for me: { $length ->
        [one] { $length } character
       *[other] { $length } characters
    }. I read { $limit } at most. Please write in a few words what you need most.
empty = I did not find any words to read. Please write your question.
edited = You have changed your message. I am answering the new text:
something-went-wrong = Something went wrong on my side. Please write your question again. If that does not work, please call { $oncall } (medical questions) or talk to a person.

## Finding a doctor

ask-specialty = What kind of practice (Praxis) are you looking for? Choose or write it.
ask-spoken-language = Which language should they speak at the practice?
ask-district = In which part of the city are you looking? You can write the district or send your location.
specialty-not-known = I am sorry, I do not know this medical field.
spoken-language-not-known = I am sorry, I do not know this language.
district-not-known = I am sorry, I do not know this district.
services-found = { $count ->
        [one] This practice fits your search:
       *[other] These { $count } practices fit your search:
    }
services-searched = Searched for: { $criteria }
services-none = I am sorry, I did not find a practice that fits.
services-without-language = I am sorry, I did not find a practice with this language: { $language }. These practices do not have this language. Ask them for an interpreter:
services-advice = What you can do next: call { $oncall } (appointment service, free) or search on www.116117.de. Your health insurer (Krankenkasse) also helps you search.
services-demonstration = Please note: this is an invented example to try things out. These practices do not exist. Please do not call them.
service-languages = Languages: { $languages }
service-hours = Opening hours: { $hours }
service-takes-new = takes new patients
service-takes-no-new = takes no new patients at the moment
service-distance = about { $kilometres } km away
any-specialty = all medical fields
any-language = any language
any-district = all of Bremen

## Specialties

specialty-general_practice = Family doctor (Hausarzt)
specialty-paediatrics = Children’s doctor (Kinderarzt)
specialty-gynaecology = Women’s doctor (Frauenarzt)
specialty-dentistry = Dentist (Zahnarzt)
specialty-dermatology = Skin doctor (Hautarzt)
specialty-ophthalmology = Eye doctor (Augenarzt)
specialty-ent = Ear, nose and throat (HNO)
specialty-orthopaedics = Bones, joints (Orthopädie)
specialty-cardiology = Heart doctor (Kardiologie)
specialty-urology = Urology (Urologie)
specialty-neurology = Nerve doctor (Neurologie)
specialty-psychiatry = Psychiatry (Psychiatrie)
specialty-diabetology = Diabetes practice
specialty-internal_medicine = Internal medicine (Internist)
specialty-radiology = Radiology (X-ray, MRI)
specialty-surgery = Surgery (Chirurgie)
specialty-pulmonology = Lung doctor (Lungenarzt)
specialty-gastroenterology = Stomach and bowel doctor
specialty-oncology = Cancer doctor (Onkologie)
specialty-physiotherapy = Physiotherapy

## Topics, as buttons: at most 28 characters

topic-find_doctor = Find a doctor
topic-book_appointment = Get an appointment
topic-out_of_hours_care = At night and at weekends
topic-insurance_contact = Contact my health insurer
topic-insurance_coverage = What the insurer pays
topic-no_insurance = No health insurance
topic-nursing_care = Nursing care (Pflege)
topic-mental_health = Mental health
topic-addiction = Addiction
topic-disability = Disability
topic-loneliness = Loneliness
topic-housing = Housing
topic-domestic_violence = Violence at home
topic-discrimination = Treated badly
topic-language_course = German course
topic-bereavement = Grief and loss
topic-district_offers = What is on in my district
topic-nutrition_exercise = Food and exercise
topic-chronic_illness = Chronic illness
topic-forms_help = Help with forms
topic-rehab = Recovery care (Reha, Kur)
topic-parental_benefits = Parental and child benefit
topic-birth_certificate = Birth certificate
topic-understand_letter = Understand a letter
topic-prescription_referral = Prescription and referral
topic-midwife = Midwife (Hebamme)
topic-pregnancy = Pregnancy
topic-child_health = Child health
topic-parenting_family = Family and parenting
topic-vaccination = Vaccination
topic-checkups = Check-ups (Vorsorge)
topic-dental_care = Teeth
topic-heat_protection = Heat and first aid
topic-health_system = How the system works
topic-interpreter = Interpreter and companion

## Commands in Telegram's menu, at most 60 characters

command-start = Start again
command-help = What Lotse can do
command-language = Choose your language
command-person = Talk to a person
command-mydata = Everything that is stored, as a file
command-delete = Delete everything that is stored

## Web chat

web-title = Lotse – help with the health system
web-subtitle = A computer program. Not a doctor. If a life is in danger: { $emergency }
web-placeholder = Your question
web-send = Send
web-you = You
web-lotse = Lotse
web-typing = Lotse is writing …
web-offline = No connection. Your message will be sent as soon as it works again.
web-online = Connected again.
web-not-sent = Not sent. Please try again.
web-language = Language
web-messages = Conversation
web-leave = Leave this page quickly
web-new = New conversation
web-start = Start the conversation
web-share-location = Send location
web-download = Download the file

## Everything that is kept, as a file

mydata-here = Here is everything I have stored about you, as a file. Open it with a browser. Whoever has the file can read everything. Please keep it safe.
mydata-link = Here is everything I have stored about you. You can download it as a file below. Whoever has the file can read everything. Please keep it safe.
mydata-fetch = You can fetch everything I have stored about you as a file: GET { $path }
mydata-title = Everything Lotse has stored about you
mydata-made = This file was made for you: { $when }. Lotse keeps no copy of it.
mydata-careful = Whoever has this file can read everything. Keep it safe. Delete it when you no longer need it.
mydata-almost-nothing = You have not agreed that Lotse stores your messages. That is why there is almost nothing here.
mydata-delete = Would you like Lotse to delete everything? Write in the chat: /delete
mydata-nothing = Nothing is stored here.
mydata-about = Your conversation at a glance
mydata-channel = Where you write with Lotse
mydata-channel-telegram = Telegram
mydata-channel-web = chat on the web page
mydata-channel-rest = in another program (REST)
mydata-language = Language
mydata-site = From where you came to Lotse
mydata-consent = May Lotse store what you write?
mydata-consent-given = Yes
mydata-consent-since = Yes, since: { $when }
mydata-consent-refused = No
mydata-consent-asked = Asked, no answer yet
mydata-consent-none = Not asked yet
mydata-began = First message that is still known
mydata-last = Last message
mydata-erased = Will be erased
mydata-erased-when = { $when }, if you do not write again before then
mydata-blocked = Conversations with the advice team
mydata-blocked-until = blocked until { $until }
mydata-remembered = What Lotse remembers for the conversation
mydata-topics = Topics
mydata-last-topic = Last topic
mydata-district = District
mydata-specialty = Medical field you searched for
mydata-spoken = Language you searched for
mydata-misses = Messages in a row that Lotse did not understand
mydata-messages = Messages
mydata-messages-lead = What you wrote and what was written to you, one after the other. Lotse does not store the pictures, voice messages and files themselves.
mydata-team = Advice team
mydata-edited = changed
mydata-waits = waits until you agree
mydata-kind-button = Button
mydata-kind-location = Location
mydata-kind-voice = Voice message
mydata-kind-photo = Picture
mydata-kind-video = Video
mydata-kind-sticker = Sticker
mydata-kind-file = File
mydata-kind-contact = Contact
mydata-kind-other = Something else
mydata-cases = Conversations with the advice team
mydata-case = Conversation number { $number }
mydata-case-state = State
mydata-case-waiting = waits until somebody from the advice team has time
mydata-case-claimed = somebody is working on it
mydata-case-closed = ended
mydata-case-expired = ended because nobody had time
mydata-case-opened = Began
mydata-case-taken = Taken by a counsellor
mydata-case-ended = Ended
mydata-case-wish = What it is about
mydata-closing-topics = Topics at the end
mydata-outcome = Result
mydata-outcome-solved = solved
mydata-outcome-referred = passed on to another place
mydata-outcome-appointment = appointment made
mydata-outcome-not-reached = not reached
mydata-outcome-complex = needs further help
mydata-german = German translation
mydata-as-you-got-it = As you got it
mydata-better = Better translation by the advice team
mydata-also = What else Lotse stores
mydata-also-pseudonym = A code instead of your name. It is worked out from your address in the chat. Nobody can tell from it who you are without Lotse’s secret key.
mydata-also-address = Your address in the chat (in Telegram this is a number), encrypted. Lotse needs it to answer you.
mydata-also-numbers = The numbers and times of your messages, so that none is lost and none is answered twice.
mydata-also-statistics = For statistics Lotse only counts, for example how often a topic was asked about. Nothing there is about you as a person.
mydata-left-out = What is not in this file
mydata-left-out-notes = Notes that the advice team makes only for itself, and the names of the counsellors.
mydata-left-out-unsent = Messages that the advice team took back or has not sent yet.
mydata-machine = The same data for computers
mydata-machine-lead = This part is meant for programs (JSON). You do not need to read it.

# A person takes over

case-opened = I am passing your question on to a counsellor. They read what we have written here so far. { $when } You can keep writing at any time. I stay silent until then, except when somebody is in danger.
case-soon = You will get the answer here in this chat.
case-usually = Somebody usually answers within { $minutes } minutes.
case-back = Nobody is there right now. We are back: { $when }. You can already write what it is about. Your message will be read.
case-closed-long = Nobody is there right now, and I do not know when somebody will be. Your message will be read as soon as somebody is there.
case-still-open = Your question is with a counsellor. { $when } If you would rather write with me again, end the conversation.
case-claimed = Somebody is working on your question.
case-withdrawn = All right, the conversation with the advice team is over. I answer you again. What would you like to know?
case-closed = The conversation with the advice team is over. From now on I answer again. Did the conversation help you?
case-reopened = A counsellor has taken up your conversation again and will write to you here.
case-reminded = I am sorry, nobody from the advice team has had time yet. Your question is not forgotten. If it is urgent, please call { $oncall } (medical advice) or { $emergency } (danger to life).
case-expired = I am sorry: nobody could answer within the time we have set ourselves. So your request has ended. These places can help you personally:
case-blocked = You cannot write to the advice team from this chat until { $until }. I go on answering your questions.
case-file-too-large = This file is too large. I cannot pass it on.
case-file-not-here = I cannot pass on files from this chat. Please write what it is about.
case-untranslated = This message could not be translated. In German it says:
case-offer = Would you like to talk to a person about this? You can choose that below.
button-end-case = End the conversation
