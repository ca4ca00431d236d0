# What Lotse says itself. German is the source; every other language has the same ids.
# Words for readers with little German and little time: short, warm, polite (Sie), level B1.

## First contact

welcome-choose-language = Добро пожаловать в Lotse. Пожалуйста, выберите язык.
intro =
    Здравствуйте! Я Lotse, компьютерная программа. Я бесплатно помогаю разобраться в немецкой системе здравоохранения: врач, больничная касса (Krankenkasse), заявления, акушерка, уход и многое другое.
    Я не врач. Я не говорю, чем вы больны и что вам принимать. Если есть опасность для жизни, звоните по номеру { $emergency }.
intro-keeps =
    Чтобы мы могли вести разговор, я храню то, что вы пишете, ещё { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    } после вашего последнего сообщения. Ваше имя мне не нужно. Вы можете в любое время всё удалить: /delete. Вы согласны?
intro-question-waits = Ваш вопрос получен. Я отвечу на него сразу после вашего ответа. Вопрос ждёт не больше часа.
consent-please = Пожалуйста, сначала ответьте: можно мне сохранять то, что вы пишете, чтобы отвечать вам?
consent-given = Спасибо. Чем я могу вам помочь? Просто напишите свой вопрос.
consent-thanks = Спасибо.
consent-already-given = Вы уже дали согласие. Чем я могу вам помочь?
consent-refused = Хорошо. Я не сохраняю то, что вы пишете. Я отвечаю на каждое сообщение отдельно и сразу его забываю. Уточняющие вопросы и разговор с человеком так невозможны. Вы можете дать согласие в любое время.
needs-consent = Для этого мне нужно сохранять то, что вы пишете. Вы согласны?
button-agree = Да, даю согласие
button-refuse = Нет

## Buttons

button-more = Подробнее
button-desk = Показать сотруднику
button-person = Поговорить с человеком
button-helpful = Это помогло
button-not-helpful = Это не помогло
button-topics = Что умеет Lotse
button-skip = Пропустить
button-cancel = Отменить
button-none-of-these = Ничего из этого
button-delete = Да, удалить всё
button-keep = Нет, не удалять
button-my-data = Мои данные файлом
button-language = Язык / Language
button-go-on = Опасности нет, дальше

## Danger

emergency =
    { $emergency } – позвоните по этому номеру прямо сейчас! Бесплатно, днём и ночью, с любого телефона.
    Скажите: Где вы? Что случилось? Скольким людям нужна помощь? Не кладите трубку, пока вам не скажут, что можно. Вы можете сказать, на каком языке вы говорите.
emergency-poison = При отравлении, если человек в сознании и дышит: токсикологическая помощь (Gift-Notruf) { $poison }.
emergency-after = Если никто не в опасности, пожалуйста, напишите свой вопрос ещё раз другими словами.
crisis =
    { $emergency } – позвоните, если вы или кто-то другой сейчас в опасности.
    Хорошо, что вы об этом пишете. Вы не одни. Пожалуйста, поговорите сейчас с человеком: телефон доверия (Telefonseelsorge) { $crisis }, бесплатно, днём и ночью, имя называть не нужно.
    Не оставайтесь одни. Позвоните тому, кому доверяете. Можно также прийти в любую больницу в отделение неотложной помощи (Notaufnahme).

## Answers

answer-sources = Откуда эта информация: { $sources }
answer-checked = Последняя проверка: { $date }
answer-not-checked = Этот ответ ещё не проверил второй человек. Пожалуйста, уточните.
answer-out-of-date = Внимание: до { $date } этот ответ нужно было проверить заново. Возможно, уже не всё верно. Пожалуйста, уточните.
answer-not-written = По теме «{ $topic }» у меня, к сожалению, ещё нет проверенного ответа. Я не хочу сказать вам что-то неверное. Вам может помочь человек из консультации.
answer-bring = Пожалуйста, подготовьте или возьмите с собой:
answer-contacts = Здесь вам помогут:
answer-again = Вы уже спрашивали об этом. Вот мой ответ ещё раз. Если он не помогает, поговорите с человеком.
contact-free = бесплатно
contact-not-checked = Эти данные мы ещё не смогли проверить.
contact-languages = Языки: { $languages }
hours-always = днём и ночью
hours-unknown = время работы: пожалуйста, уточните
hours-closed = закрыто
desk-show = Эту фразу вы можете показать сотруднику:
desk-means = Это значит:
helpful-thanks = Спасибо за отзыв! У вас есть ещё вопрос?
not-helpful-thanks = Спасибо, что сказали. Хотите поговорить с человеком или задать вопрос по-другому?

## Not sure

unclear-choose = Возможно, я не так вас понимаю. Вы имеете в виду что-то из этого?
unclear-rephrase = К сожалению, мне это непонятно. Пожалуйста, напишите другими, короткими словами.
unclear-person = К сожалению, я всё ещё вас не понимаю. Хотите поговорить с человеком?
nothing-to-confirm = Хорошо. Что вы хотите узнать? Просто напишите свой вопрос.
nothing-to-deny = Хорошо. Могу ли я помочь вам с чем-то другим?
button-not-known = Эта кнопка больше не действует. Пожалуйста, напишите свой вопрос.

## Conversation

greet = Здравствуйте! Чем я могу вам помочь?
goodbye = До свидания, всего вам доброго! Вы можете написать снова в любое время.
thanks = Пожалуйста! У вас есть ещё вопрос?
capabilities = Я помогаю с вопросами о системе здравоохранения: найти врача, записаться на приём, больничная касса (Krankenkasse), заявления, понять письма, акушерка, уход, психическое здоровье и многое другое. Напишите свой вопрос своими словами или выберите:
bot-challenge = Я компьютерная программа, а не человек. Я отвечаю по проверенным текстам. Если хотите, вы можете поговорить с человеком.
privacy-info = Я храню ваши сообщения без вашего имени, не дольше { $days ->
        [one] { $days } дня
       *[other] { $days } дней
    } после вашего последнего сообщения. Они нужны только для того, чтобы вам отвечать. Человек из консультации читает их, только если вы хотите с ним поговорить. Командой /delete вы сразу удалите всё.
person-unavailable = Сейчас я ещё не могу соединить вас здесь с человеком. В этих местах вам помогут лично:
medical-advice = Об этом я не могу и не имею права судить: я не врач. Пожалуйста, спросите своего семейного врача (Hausarzt). Если приёма нет, а ждать нельзя: { $oncall }, бесплатно, днём и ночью. При опасности для жизни: { $emergency }. На вопросы о лекарствах ответят и в любой аптеке (Apotheke).
out-of-scope = С этим я, к сожалению, не могу помочь. Я знаю только систему здравоохранения. Например, я помогу с этим:
feedback-thanks = Спасибо за отзыв. Он помогает нам стать лучше. Ваши слова никому не передаются.
cancelled = Хорошо, начнём сначала. Что вы хотите узнать?
delete-ask = Удалить всё, что у меня сохранено о вас? Отменить это будет нельзя.
deleted = Всё удалено. У меня больше ничего о вас не сохранено. Номер вашей квитанции: { $receipt }. По этому номеру можно узнать, когда данные были удалены; больше в ней ничего нет. Если вы напишете снова, мы начнём сначала.

## Language

language-choose = На каком языке вы хотите писать?
language-changed = Хорошо, с этого момента я пишу по-русски.
language-unsupported = К сожалению, этого языка я ещё не знаю. Я знаю немецкий, арабский, русский, турецкий и английский. Хотите поговорить с человеком?

## Messages that are not plain text

cannot-hear = Голосовые сообщения я не могу слушать. Пожалуйста, напишите свой вопрос.
cannot-see = Фотографии, видео и файлы я не могу смотреть и не сохраняю их. Пожалуйста, напишите, о чём речь. Если вам нужна помощь с письмом, человек может прочитать его вместе с вами.
cannot-contact = Контакты я не могу прочитать и не сохраняю их. Пожалуйста, напишите свой вопрос.
sticker = Спасибо! Если у вас есть вопрос, пожалуйста, напишите его словами.
too-long = Ваше сообщение слишком длинное для меня: { $length ->
        [one] { $length } знак
        [few] { $length } знака
        [many] { $length } знаков
       *[other] { $length } знака
    }, я читаю не больше { $limit }. Пожалуйста, напишите коротко, что вам нужно больше всего.
empty = В сообщении нет слов. Пожалуйста, напишите свой вопрос.
edited = Вы изменили своё сообщение. Отвечаю на новый текст:
something-went-wrong = У меня произошла ошибка. Пожалуйста, напишите свой вопрос ещё раз. Если не получится, позвоните по номеру { $oncall } (медицинские вопросы) или поговорите с человеком.

## Finding a doctor

ask-specialty = Какую врачебную практику (Praxis) вы ищете? Выберите или напишите.
ask-spoken-language = На каком языке должны говорить в практике?
ask-district = В каком районе вы ищете? Вы можете написать район или отправить своё местоположение.
specialty-not-known = К сожалению, я не знаю такой специальности врача.
spoken-language-not-known = К сожалению, я не знаю такого языка.
district-not-known = К сожалению, я не знаю такого района.
services-found = { $count ->
        [one] Подходит { $count } практика:
        [few] Подходят { $count } практики:
        [many] Подходит { $count } практик:
       *[other] Подходят { $count } практики:
    }
services-searched = Поиск: { $criteria }
services-none = К сожалению, подходящей практики не нашлось.
services-without-language = К сожалению, практики с этим языком не нашлось: { $language }. Есть практики без этого языка. Спросите там, можно ли пригласить переводчика:
services-advice = Что делать дальше: позвоните по номеру { $oncall } (служба записи к врачу, бесплатно) или поищите на www.116117.de. Ваша больничная касса (Krankenkasse) тоже помогает искать.
services-demonstration = Внимание: это выдуманный пример для пробы. Этих практик не существует. Пожалуйста, не звоните туда.
service-languages = Языки: { $languages }
service-hours = Время работы: { $hours }
service-takes-new = принимают новых пациентов
service-takes-no-new = сейчас не принимают новых пациентов
service-distance = примерно в { $kilometres } км
any-specialty = все специальности
any-language = любой язык
any-district = весь Бремен

## Specialties

specialty-general_practice = Семейный врач (Hausarzt)
specialty-paediatrics = Детский врач (Kinderarzt)
specialty-gynaecology = Гинеколог (Frauenarzt)
specialty-dentistry = Зубной врач (Zahnarzt)
specialty-dermatology = Кожный врач (Hautarzt)
specialty-ophthalmology = Глазной врач (Augenarzt)
specialty-ent = Ухо, горло, нос (HNO)
specialty-orthopaedics = Ортопед (Orthopädie)
specialty-cardiology = Кардиолог (сердце)
specialty-urology = Уролог
specialty-neurology = Невролог (Neurologie)
specialty-psychiatry = Психиатр
specialty-diabetology = Диабетолог
specialty-internal_medicine = Внутренние болезни (Internist)
specialty-radiology = Радиология (рентген, МРТ)
specialty-surgery = Хирург (Chirurgie)
specialty-pulmonology = Пульмонолог (лёгкие)
specialty-gastroenterology = Гастроэнтеролог (желудок)
specialty-oncology = Онколог (рак)
specialty-physiotherapy = Физиотерапия

## Topics, as buttons: at most 28 characters

topic-find_doctor = Найти врача
topic-book_appointment = Записаться на приём
topic-out_of_hours_care = Ночью и в выходные
topic-insurance_contact = Связь с больничной кассой
topic-insurance_coverage = Что оплачивает касса
topic-no_insurance = Без медицинской страховки
topic-nursing_care = Уход (Pflege)
topic-mental_health = Психическое здоровье
topic-addiction = Зависимость
topic-disability = Инвалидность
topic-loneliness = Одиночество
topic-housing = Жильё
topic-domestic_violence = Насилие дома
topic-discrimination = Плохое обращение
topic-language_course = Курс немецкого языка
topic-bereavement = Горе и утрата
topic-district_offers = Что есть в районе
topic-nutrition_exercise = Питание и движение
topic-chronic_illness = Хроническая болезнь
topic-forms_help = Помощь с бланками
topic-rehab = Реабилитация (Reha, Kur)
topic-parental_benefits = Пособия родителям
topic-birth_certificate = Свидетельство о рождении
topic-understand_letter = Понять письмо
topic-prescription_referral = Рецепт и направление
topic-midwife = Акушерка (Hebamme)
topic-pregnancy = Беременность
topic-child_health = Здоровье детей
topic-parenting_family = Семья и воспитание
topic-vaccination = Прививки
topic-checkups = Профосмотры (Vorsorge)
topic-dental_care = Зубы
topic-heat_protection = Жара и первая помощь
topic-health_system = Как устроена система
topic-interpreter = Переводчик и сопровождение

## Commands in Telegram's menu, at most 60 characters

command-start = Начать сначала
command-help = Что умеет Lotse
command-language = Выбрать язык
command-person = Поговорить с человеком
command-mydata = Всё, что сохранено, одним файлом
command-delete = Удалить всё, что сохранено

## Web chat

web-title = Lotse – помощь в системе здравоохранения
web-subtitle = Компьютерная программа. Не врач. При опасности для жизни: { $emergency }
web-placeholder = Ваш вопрос
web-send = Отправить
web-you = Вы
web-lotse = Lotse
web-typing = Lotse пишет …
web-offline = Нет связи. Ваше сообщение отправится, как только связь появится.
web-online = Связь восстановлена.
web-not-sent = Не отправлено. Пожалуйста, попробуйте ещё раз.
web-language = Язык
web-messages = Разговор
web-leave = Быстро покинуть страницу
web-new = Новый разговор
web-start = Начать разговор
web-share-location = Отправить местоположение
web-download = Скачать файл

## Everything that is kept, as a file

mydata-here = Здесь всё, что у меня сохранено о вас, одним файлом. Откройте его в браузере. У кого есть этот файл, тот может всё прочитать. Пожалуйста, храните его надёжно.
mydata-link = Здесь всё, что у меня сохранено о вас. Ниже это можно скачать одним файлом. У кого есть этот файл, тот может всё прочитать. Пожалуйста, храните его надёжно.
mydata-fetch = Всё, что у меня сохранено о вас, можно получить файлом: GET { $path }
mydata-title = Всё, что Lotse хранит о вас
mydata-made = Этот файл создан для вас: { $when }. Lotse не оставляет себе копию.
mydata-careful = У кого есть этот файл, тот может всё прочитать. Храните его надёжно. Удалите его, когда он вам больше не нужен.
mydata-almost-nothing = Вы не давали согласия на то, чтобы Lotse хранил ваши сообщения. Поэтому здесь почти ничего нет.
mydata-delete = Хотите, чтобы Lotse всё удалил? Напишите в чате: /delete
mydata-nothing = Здесь ничего не сохранено.
mydata-about = Коротко о вашем разговоре
mydata-channel = Где вы переписываетесь с Lotse
mydata-channel-telegram = Telegram
mydata-channel-web = чат на сайте
mydata-channel-rest = в другой программе (REST)
mydata-language = Язык
mydata-site = Откуда вы пришли в Lotse
mydata-consent = Можно ли Lotse хранить то, что вы пишете?
mydata-consent-given = Да
mydata-consent-since = Да, с этого времени: { $when }
mydata-consent-refused = Нет
mydata-consent-asked = Вопрос задан, ответа ещё нет
mydata-consent-none = Вопрос ещё не задан
mydata-began = Первое сообщение, которое ещё известно
mydata-last = Последнее сообщение
mydata-erased = Когда всё будет удалено
mydata-erased-when = { $when }, если до этого времени вы больше не напишете
mydata-blocked = Разговоры с консультантами
mydata-blocked-until = закрыты до { $until }
mydata-remembered = Что Lotse помнит для разговора
mydata-topics = Темы
mydata-last-topic = Последняя тема
mydata-district = Район
mydata-specialty = Какого врача вы искали
mydata-spoken = Какой язык вы искали
mydata-misses = Сколько сообщений подряд Lotse не понял
mydata-messages = Сообщения
mydata-messages-lead = Что писали вы и что писали вам, по порядку. Сами картинки, голосовые сообщения и файлы Lotse не хранит.
mydata-team = Консультант
mydata-edited = изменено
mydata-waits = ждёт вашего согласия
mydata-kind-button = Кнопка
mydata-kind-location = Местоположение
mydata-kind-voice = Голосовое сообщение
mydata-kind-photo = Картинка
mydata-kind-video = Видео
mydata-kind-sticker = Стикер
mydata-kind-file = Файл
mydata-kind-contact = Контакт
mydata-kind-other = Другое
mydata-cases = Разговоры с консультантами
mydata-case = Разговор номер { $number }
mydata-case-state = Состояние
mydata-case-waiting = ждёт, пока у консультанта будет время
mydata-case-claimed = им сейчас занимаются
mydata-case-closed = завершён
mydata-case-expired = закрыт, потому что ни у кого не было времени
mydata-case-opened = Начат
mydata-case-taken = Консультант ответил на запрос
mydata-case-ended = Завершён
mydata-case-wish = О чём речь
mydata-closing-topics = Темы в конце разговора
mydata-outcome = Итог
mydata-outcome-solved = вопрос решён
mydata-outcome-referred = направлен в другое место
mydata-outcome-appointment = назначена встреча
mydata-outcome-not-reached = связаться не удалось
mydata-outcome-complex = нужна дальнейшая помощь
mydata-german = Перевод на немецкий
mydata-as-you-got-it = Так это пришло вам
mydata-better = Лучший перевод от консультанта
mydata-also = Что ещё хранит Lotse
mydata-also-pseudonym = Код вместо вашего имени. Он вычисляется из вашего адреса в чате. Без секретного ключа Lotse никто не узнает по нему, кто вы.
mydata-also-address = Ваш адрес в чате (в Telegram это номер), в зашифрованном виде. Он нужен Lotse, чтобы вам отвечать.
mydata-also-numbers = Номера и время ваших сообщений, чтобы ни одно не потерялось и на одно и то же не ответили дважды.
mydata-also-statistics = Для статистики Lotse только считает, например, как часто спрашивали о какой-то теме. О вас лично там ничего нет.
mydata-left-out = Чего нет в этом файле
mydata-left-out-notes = Заметок, которые консультанты делают только для себя, и имён консультантов.
mydata-left-out-unsent = Сообщений, которые консультант отозвал или ещё не отправил.
mydata-machine = Те же данные для компьютера
mydata-machine-lead = Эта часть предназначена для программ (JSON). Читать её не нужно.

# Отвечает человек

case-opened = Я передаю ваш вопрос консультанту. Консультант прочитает нашу переписку. { $when } Вы можете писать дальше в любое время. До тех пор я молчу, если только никому не грозит опасность.
case-soon = Ответ придёт сюда, в этот чат.
case-usually = Обычно отвечают в течение { $minutes } минут.
case-back = Сейчас никого нет на месте. Мы снова будем здесь: { $when }. Вы уже можете написать, о чём идёт речь. Ваше сообщение прочитают.
case-closed-long = Сейчас никого нет на месте, и я не знаю, когда кто-то будет. Ваше сообщение прочитают, как только кто-то появится.
case-still-open = Ваш вопрос находится у консультанта. { $when } Если вы хотите снова писать мне, завершите разговор.
case-claimed = Вашим вопросом уже занимаются.
case-withdrawn = Хорошо, разговор с консультантом завершён. Теперь снова отвечаю я. Что вы хотите узнать?
case-closed = Разговор с консультантом завершён. Теперь снова отвечаю я. Помог ли вам этот разговор?
case-reopened = Консультант возобновил ваш разговор и напишет вам здесь.
case-reminded = К сожалению, пока ни у кого из консультантов не нашлось времени. Ваш вопрос не забыт. Если это срочно, позвоните: { $oncall } (медицинский совет), { $emergency } (опасность для жизни).
case-expired = Мне очень жаль: за отведённое время никто не смог ответить. Поэтому ваш запрос закрыт. Вам лично помогут здесь:
case-blocked = До { $until } вы не можете писать консультантам из этого чата. На ваши вопросы я продолжаю отвечать.
case-file-too-large = Этот файл слишком большой. Я не могу его передать.
case-file-not-here = Из этого чата я не могу передавать файлы. Пожалуйста, напишите, о чём идёт речь.
case-untranslated = Это сообщение не удалось перевести. По-немецки оно звучит так:
case-offer = Хотите поговорить об этом с человеком? Это можно выбрать ниже.
button-end-case = Завершить разговор
