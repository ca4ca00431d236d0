# What Lotse says itself. German is the source; every other language has the same ids.
# Words for readers with little German and little time: short, warm, polite (Sie), level B1.

## First contact

welcome-choose-language = أهلًا بك في Lotse. الرجاء اختيار لغتك.
intro =
    مرحبًا! أنا Lotse، برنامج كمبيوتر. أساعدك مجانًا في معرفة طريقك في النظام الصحي في ألمانيا: الطبيب، التأمين الصحي (Krankenkasse)، الطلبات، القابلة، الرعاية وغير ذلك.
    أنا لست طبيبًا. لا أقول لك ما هو مرضك ولا أي دواء يلزمك. عند وجود خطر على الحياة يجب الاتصال بالرقم { $emergency }.
intro-keeps =
    لكي نتمكن من الحديث معًا، أحفظ كل ما يصلني منك لمدة { $days ->
        [one] يوم واحد
        [two] يومين
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
    } بعد آخر رسالة منك. لا أحتاج إلى اسمك. يمكنك حذف كل شيء في أي وقت: /delete. هل أحصل على موافقتك؟
intro-question-waits = قرأت سؤالك. سأجيب عنه مباشرة بعد ردك. سؤالك ينتظر ساعة واحدة على الأكثر.
consent-please = الرجاء الرد أولًا: هل يمكنني حفظ رسائلك حتى أستطيع الإجابة؟
consent-given = شكرًا. كيف أستطيع مساعدتك؟ يمكنك كتابة سؤالك الآن.
consent-thanks = شكرًا.
consent-already-given = حصلت على موافقتك من قبل. كيف أستطيع مساعدتك؟
consent-refused = حسنًا. لن أحفظ أي شيء من رسائلك. أجيب عن كل رسالة وحدها ثم أنساها فورًا. بهذه الطريقة لا أستطيع أن أسألك عن التفاصيل، ولا يمكن التحدث مع شخص. يمكنك الموافقة في أي وقت.
needs-consent = من أجل هذا يجب أن أحفظ رسائلك. هل أحصل على موافقتك؟
button-agree = نعم، أوافق
button-refuse = لا

## Buttons

button-more = معلومات أكثر
button-desk = للعرض على الموظفين
button-person = التحدث مع شخص
button-helpful = هذا ساعدني
button-not-helpful = هذا لم يساعدني
button-topics = ماذا يستطيع Lotse
button-skip = تخطي
button-cancel = إلغاء
button-none-of-these = لا شيء من هذا
button-delete = نعم، حذف كل شيء
button-keep = لا، بدون حذف
button-my-data = بياناتي في ملف
button-language = اللغة / Language
button-go-on = ليست حالة طوارئ، متابعة

## Danger

emergency =
    { $emergency } – يجب الاتصال بهذا الرقم الآن! مجانًا، ليلًا ونهارًا، من أي هاتف.
    المهم قوله: أين أنت؟ ماذا حدث؟ كم شخصًا يحتاج إلى المساعدة؟ الرجاء عدم إغلاق الخط قبل أن يُطلب منك ذلك. يمكنك أيضًا ذكر لغتك.
emergency-poison = عند التسمم، إذا كان الشخص واعيًا ويتنفس: رقم طوارئ التسمم (Gift-Notruf) { $poison }.
emergency-after = إذا لم يكن أحد في خطر، فالرجاء كتابة سؤالك مرة أخرى بكلمات مختلفة.
crisis =
    { $emergency } – يجب الاتصال بهذا الرقم إذا كنت أنت أو أي شخص آخر في خطر الآن.
    من الجيد أنك كتبت هذا. لست وحدك. الرجاء التحدث الآن مع إنسان: خط الدعم النفسي (Telefonseelsorge) { $crisis }، مجانًا، ليلًا ونهارًا، بدون ذكر الاسم.
    الرجاء عدم البقاء وحدك. يمكنك الاتصال بشخص لك ثقة به. ويمكنك أيضًا الذهاب إلى قسم الطوارئ (Notaufnahme) في أي مستشفى.

## Answers

answer-sources = مصدر هذه المعلومات: { $sources }
answer-checked = آخر مراجعة: { $date }
answer-not-checked = هذه الإجابة لم يراجعها شخص ثانٍ بعد. الرجاء السؤال للتأكد.
answer-out-of-date = تنبيه: كان يجب أن تُراجَع هذه الإجابة من جديد قبل { $date }. ربما لم تعد كل المعلومات صحيحة. الرجاء السؤال للتأكد.
answer-not-written = للأسف ليس عندي حتى الآن إجابة تمت مراجعتها عن موضوع «{ $topic }». لا أريد أن أقول لك شيئًا خاطئًا. يمكن أن يساعدك شخص من فريق الاستشارة.
answer-bring = الرجاء تجهيز أو إحضار:
answer-contacts = هنا يمكنك الحصول على المساعدة:
answer-again = لقد سألت هذا السؤال من قبل. هذه إجابتي مرة أخرى. إذا لم تساعدك، يمكنك التحدث مع شخص.
contact-free = مجاني
contact-not-checked = لم نتمكن بعد من التأكد من هذه المعلومات.
contact-languages = اللغات: { $languages }
hours-always = ليلًا ونهارًا
hours-unknown = الأوقات: الرجاء السؤال
hours-closed = مغلق
desk-show = يمكنك عرض هذه الجملة على الموظفين:
desk-means = المعنى:
helpful-thanks = شكرًا على رأيك! هل لديك سؤال آخر؟
not-helpful-thanks = شكرًا على صراحتك. هل لديك رغبة في التحدث مع شخص، أو في طرح سؤالك بطريقة أخرى؟

## Not sure

unclear-choose = لست متأكدًا من أنني فهمتك جيدًا. هل المقصود شيء من هذا؟
unclear-rephrase = للأسف لم أفهم هذا. الرجاء كتابته بكلمات أخرى قصيرة.
unclear-person = للأسف ما زلت لا أفهمك. هل لديك رغبة في التحدث مع شخص؟
nothing-to-confirm = جيد. ما هو سؤالك؟ يمكنك كتابته الآن.
nothing-to-deny = حسنًا. هل أستطيع مساعدتك في شيء آخر؟
button-not-known = هذا الزر لم يعد يعمل. الرجاء كتابة سؤالك.

## Conversation

greet = مرحبًا! كيف أستطيع مساعدتك؟
goodbye = مع السلامة، وأتمنى لك كل الخير! يمكنك الكتابة لي من جديد في أي وقت.
thanks = بكل سرور! هل لديك سؤال آخر؟
capabilities = أساعدك في الأسئلة عن النظام الصحي: البحث عن طبيب، المواعيد، التأمين الصحي (Krankenkasse)، الطلبات، فهم الرسائل، القابلة، الرعاية، الصحة النفسية وغير ذلك. يمكنك كتابة سؤالك بكلماتك أو الاختيار:
bot-challenge = أنا برنامج كمبيوتر ولست إنسانًا. إجاباتي من نصوص تمت مراجعتها. يمكنك أيضًا التحدث مع شخص.
privacy-info = أحفظ رسائلك بدون اسمك، لمدة أقصاها { $days ->
        [one] يوم واحد
        [two] يومان
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
    } بعد آخر رسالة منك. أستخدمها فقط للرد عليك. لا يقرؤها شخص من فريق الاستشارة إلا إذا طلبت التحدث معه. الأمر /delete يحذف كل شيء فورًا.
person-unavailable = حاليًا لا أستطيع بعد أن أوصلك هنا بشخص. هذه الجهات تساعدك شخصيًا:
medical-advice = لا أستطيع ولا يحق لي أن أحكم على هذا: أنا لست طبيبًا. الرجاء سؤال طبيبك العام (Hausarzt). إذا كانت العيادة مغلقة ولا يمكن الانتظار: { $oncall }، مجانًا، ليلًا ونهارًا. عند وجود خطر على الحياة: { $emergency }. وأي صيدلية (Apotheke) تجيب أيضًا عن الأسئلة عن الأدوية.
out-of-scope = للأسف لا أستطيع المساعدة في هذا. أنا أعرف النظام الصحي فقط. مثلًا أساعدك في هذا:
feedback-thanks = شكرًا على رأيك. هو يساعدنا لنصبح أفضل. لا نعطي كلامك لأحد.
cancelled = حسنًا، نبدأ من جديد. ما هو سؤالك؟
delete-ask = هل أحذف كل ما حفظته عنك؟ لا يمكن التراجع عن هذا.
deleted = تم حذف كل شيء. لم يعد عندي أي شيء محفوظ عنك. رقم إيصال الحذف: { $receipt }. بهذا الرقم يمكنك السؤال عن وقت الحذف، ولا يحتوي الإيصال على أي شيء آخر. إذا كتبت لي من جديد، نبدأ من البداية.

## Language

language-choose = ما هي اللغة المناسبة لك للكتابة؟
language-changed = حسنًا، من الآن أكتب بالعربية.
language-unsupported = للأسف لا أعرف هذه اللغة بعد. أعرف الألمانية والعربية والروسية والتركية والإنجليزية. هل لديك رغبة في التحدث مع شخص؟

## Messages that are not plain text

cannot-hear = لا أستطيع سماع الرسائل الصوتية. الرجاء كتابة سؤالك.
cannot-see = لا أستطيع رؤية الصور والفيديوهات والملفات، ولا أحفظها. الرجاء كتابة الموضوع. إذا كانت لديك رسالة ورقية وتلزمك مساعدة فيها، يمكن أن يقرأها شخص معك.
cannot-contact = لا أستطيع قراءة جهات الاتصال، ولا أحفظها. الرجاء كتابة سؤالك.
sticker = شكرًا! إذا كان لديك سؤال، فالرجاء كتابته بالكلمات.
too-long = رسالتك طويلة جدًا بالنسبة لي: { $length ->
        [few] { $length } أحرف
        [many] { $length } حرفًا
       *[other] { $length } حرف
    }، وأنا أقرأ { $limit } على الأكثر. الرجاء كتابة أهم شيء يلزمك باختصار.
empty = لم أجد كلمات في رسالتك. الرجاء كتابة سؤالك.
edited = لقد غيّرت رسالتك. أجيب عن النص الجديد:
something-went-wrong = حدث خطأ عندي. الرجاء كتابة سؤالك مرة أخرى. إذا لم ينجح الأمر، فالرجاء الاتصال بالرقم { $oncall } (أسئلة طبية) أو التحدث مع شخص.

## Finding a doctor

ask-specialty = عن أي عيادة (Praxis) أبحث لك؟ يمكنك الاختيار أو الكتابة.
ask-spoken-language = أي لغة يجب أن يتكلموا في العيادة؟
ask-district = في أي حي أبحث لك؟ يمكنك كتابة اسم الحي أو إرسال موقعك.
specialty-not-known = للأسف لا أعرف هذا الاختصاص الطبي.
spoken-language-not-known = للأسف لا أعرف هذه اللغة.
district-not-known = للأسف لا أعرف هذا الحي.
services-found = { $count ->
        [one] هذه العيادة مناسبة:
        [two] هاتان العيادتان مناسبتان:
        [few] وجدت { $count } عيادات مناسبة:
        [many] وجدت { $count } عيادة مناسبة:
       *[other] وجدت { $count } عيادة مناسبة:
    }
services-searched = البحث عن: { $criteria }
services-none = للأسف لم أجد عيادة مناسبة.
services-without-language = للأسف لم أجد عيادة بهذه اللغة: { $language }. توجد عيادات بدون هذه اللغة. يمكنك طلب مترجم أو مترجمة هناك:
services-advice = ما يمكنك فعله الآن: الاتصال بالرقم { $oncall } (خدمة المواعيد، مجانًا) أو البحث في www.116117.de. والتأمين الصحي (Krankenkasse) يساعدك أيضًا في البحث.
services-demonstration = تنبيه: هذا مثال غير حقيقي للتجربة فقط. هذه العيادات غير موجودة. الرجاء عدم الاتصال بها.
service-languages = اللغات: { $languages }
service-hours = الأوقات: { $hours }
service-takes-new = تستقبل مرضى جددًا
service-takes-no-new = لا تستقبل مرضى جددًا حاليًا
service-distance = على بعد { $kilometres } كم تقريبًا
any-specialty = كل الاختصاصات
any-language = أي لغة
any-district = كل بريمن

## Specialties

specialty-general_practice = طب عام (Hausarzt)
specialty-paediatrics = طب الأطفال (Kinderarzt)
specialty-gynaecology = طب النساء (Frauenarzt)
specialty-dentistry = طب الأسنان (Zahnarzt)
specialty-dermatology = طب الجلد (Hautarzt)
specialty-ophthalmology = طب العيون (Augenarzt)
specialty-ent = أنف وأذن وحنجرة (HNO)
specialty-orthopaedics = طب العظام (Orthopädie)
specialty-cardiology = طب القلب (Kardiologie)
specialty-urology = المسالك البولية (Urologie)
specialty-neurology = طب الأعصاب (Neurologie)
specialty-psychiatry = الطب النفسي (Psychiatrie)
specialty-diabetology = مرض السكري (Diabetes)
specialty-internal_medicine = طب باطني (Innere Medizin)
specialty-radiology = تصوير بالأشعة والرنين (MRT)
specialty-surgery = الجراحة (Chirurgie)
specialty-pulmonology = طب الرئة (Lungenarzt)
specialty-gastroenterology = أمراض المعدة والأمعاء
specialty-oncology = أمراض السرطان (Onkologie)
specialty-physiotherapy = علاج طبيعي (Physiotherapie)

## Topics, as buttons: at most 28 characters

topic-find_doctor = البحث عن طبيب
topic-book_appointment = الحصول على موعد
topic-out_of_hours_care = في الليل وعطلة الأسبوع
topic-insurance_contact = التواصل مع التأمين الصحي
topic-insurance_coverage = ماذا يدفع التأمين الصحي
topic-no_insurance = بدون تأمين صحي
topic-nursing_care = الرعاية (Pflege)
topic-mental_health = الصحة النفسية
topic-addiction = الإدمان
topic-disability = الإعاقة
topic-loneliness = الشعور بالوحدة
topic-housing = السكن
topic-domestic_violence = العنف في البيت
topic-discrimination = معاملة سيئة
topic-language_course = دورة لغة ألمانية
topic-bereavement = الحزن والفقدان
topic-district_offers = أنشطة وخدمات في الحي
topic-nutrition_exercise = الغذاء والحركة
topic-chronic_illness = مرض مزمن
topic-forms_help = المساعدة في الاستمارات
topic-rehab = إعادة التأهيل (Reha, Kur)
topic-parental_benefits = إعانات الوالدين والأطفال
topic-birth_certificate = شهادة الميلاد
topic-understand_letter = فهم رسالة
topic-prescription_referral = الوصفة والتحويل الطبي
topic-midwife = القابلة (Hebamme)
topic-pregnancy = الحمل
topic-child_health = صحة الأطفال
topic-parenting_family = الأسرة وتربية الأطفال
topic-vaccination = التطعيم (اللقاح)
topic-checkups = فحوصات وقائية (Vorsorge)
topic-dental_care = الأسنان
topic-heat_protection = الحر والإسعافات الأولية
topic-health_system = كيف يعمل النظام الصحي
topic-interpreter = الترجمة والمرافقة

## Commands in Telegram's menu, at most 60 characters

command-start = البدء من جديد
command-help = ماذا يستطيع Lotse
command-language = اختيار اللغة
command-person = التحدث مع شخص
command-mydata = كل ما هو محفوظ، في ملف
command-delete = حذف كل ما هو محفوظ

## Web chat

web-title = برنامج Lotse – مساعدة في النظام الصحي
web-subtitle = برنامج كمبيوتر، وليس طبيبًا. عند وجود خطر على الحياة: { $emergency }
web-placeholder = سؤالك
web-send = إرسال
web-you = أنت
web-lotse = Lotse
web-typing = يكتب Lotse الآن …
web-offline = لا يوجد اتصال. سيتم إرسال رسالتك عندما يعود الاتصال.
web-online = عاد الاتصال.
web-not-sent = لم يتم الإرسال. الرجاء المحاولة مرة أخرى.
web-language = اللغة
web-messages = المحادثة
web-leave = مغادرة الصفحة بسرعة
web-new = محادثة جديدة
web-start = بدء المحادثة
web-share-location = إرسال الموقع
web-download = تنزيل الملف

## Everything that is kept, as a file

mydata-here = هذا الملف فيه كل ما حفظته عنك. يمكنك فتحه في المتصفح. كل من لديه هذا الملف يستطيع قراءة كل شيء. الرجاء الحفاظ عليه جيدًا.
mydata-link = هنا كل ما حفظته عنك. يمكنك تنزيله كملف في الأسفل. كل من لديه هذا الملف يستطيع قراءة كل شيء. الرجاء الحفاظ عليه جيدًا.
mydata-fetch = يمكنك الحصول على كل ما حفظته عنك كملف من هنا: GET { $path }
mydata-title = كل ما يحفظه Lotse عنك
mydata-made = تم إنشاء هذا الملف لك: { $when }. لا يحتفظ Lotse بنسخة منه.
mydata-careful = كل من لديه هذا الملف يستطيع قراءة كل شيء. الرجاء الحفاظ عليه جيدًا، وحذفه عندما لا تبقى لك حاجة إليه.
mydata-almost-nothing = لم تتم الموافقة منك على أن يحفظ Lotse رسائلك. لذلك لا يوجد هنا شيء تقريبًا.
mydata-delete = هل لديك رغبة في أن يحذف Lotse كل شيء؟ يمكنك كتابة هذا الأمر في المحادثة: /delete
mydata-nothing = لا يوجد شيء محفوظ هنا.
mydata-about = نظرة عامة على محادثتك
mydata-channel = أين تتم المحادثة مع Lotse
mydata-channel-telegram = تيليغرام (Telegram)
mydata-channel-web = المحادثة على صفحة الإنترنت
mydata-channel-rest = في برنامج آخر (REST)
mydata-language = اللغة
mydata-site = من أين وصلت إلى Lotse
mydata-consent = هل يجوز أن يحفظ Lotse رسائلك؟
mydata-consent-given = نعم
mydata-consent-since = نعم، منذ: { $when }
mydata-consent-refused = لا
mydata-consent-asked = تم طرح السؤال، ولم يصل جواب بعد
mydata-consent-none = لم يُطرح السؤال بعد
mydata-began = أول رسالة ما زالت معروفة
mydata-last = آخر رسالة
mydata-erased = موعد الحذف
mydata-erased-when = { $when }، إذا لم تصل رسالة منك قبل ذلك
mydata-blocked = المحادثات مع الاستشارة
mydata-blocked-until = متوقفة حتى { $until }
mydata-remembered = ما يتذكره Lotse من أجل المحادثة
mydata-topics = المواضيع
mydata-last-topic = آخر موضوع
mydata-district = الحي
mydata-specialty = الاختصاص المطلوب
mydata-spoken = اللغة المطلوبة في العيادة
mydata-misses = عدد الرسائل المتتالية التي لم يفهمها Lotse
mydata-messages = الرسائل
mydata-messages-lead = ما كتبته أنت وما كُتب إليك، بالترتيب. لا يحفظ Lotse الصور والرسائل الصوتية والملفات نفسها.
mydata-team = الاستشارة
mydata-edited = معدّلة
mydata-waits = في انتظار موافقتك
mydata-kind-button = زر
mydata-kind-location = موقع
mydata-kind-voice = رسالة صوتية
mydata-kind-photo = صورة
mydata-kind-video = فيديو
mydata-kind-sticker = ملصق
mydata-kind-file = ملف
mydata-kind-contact = جهة اتصال
mydata-kind-other = شيء آخر
mydata-cases = المحادثات مع الاستشارة
mydata-case = المحادثة رقم { $number }
mydata-case-state = الحالة
mydata-case-waiting = في انتظار أن يجد أحد من الاستشارة وقتًا
mydata-case-claimed = هناك من يعمل عليها الآن
mydata-case-closed = انتهت
mydata-case-expired = أُغلقت لأن أحدًا لم يجد وقتًا
mydata-case-opened = البداية
mydata-case-taken = تولّاها أحد من الاستشارة
mydata-case-ended = النهاية
mydata-case-wish = الموضوع
mydata-closing-topics = المواضيع عند النهاية
mydata-outcome = النتيجة
mydata-outcome-solved = تم الحل
mydata-outcome-referred = تمت الإحالة إلى جهة أخرى
mydata-outcome-appointment = تم تحديد موعد
mydata-outcome-not-reached = لم يتم الوصول إليك
mydata-outcome-complex = تلزم مساعدة إضافية
mydata-german = الترجمة إلى الألمانية
mydata-as-you-got-it = هكذا وصلت إليك
mydata-better = ترجمة أفضل من الاستشارة
mydata-also = ماذا يحفظ Lotse أيضًا
mydata-also-pseudonym = رمز بدلًا من اسمك. يُحسب هذا الرمز من عنوانك في المحادثة. لا يستطيع أحد أن يعرف منه من أنت بدون المفتاح السري لبرنامج Lotse.
mydata-also-address = عنوانك في المحادثة (في تيليغرام هو رقم)، وهو محفوظ بشكل مشفّر. يحتاج إليه Lotse لكي يرد عليك.
mydata-also-numbers = أرقام رسائلك وأوقاتها، حتى لا تضيع أي رسالة ولا يُرد على أي رسالة مرتين.
mydata-also-statistics = من أجل الإحصاء يتم العدّ فقط، مثلًا كم مرة سُئل عن موضوع ما. لا يوجد هناك أي شيء عنك شخصيًا.
mydata-left-out = ما لا يوجد في هذا الملف
mydata-left-out-notes = الملاحظات التي يكتبها فريق الاستشارة لنفسه فقط، وأسماء المستشارين.
mydata-left-out-unsent = الرسائل التي سحبها فريق الاستشارة أو لم يرسلها بعد.
mydata-machine = البيانات نفسها للحاسوب
mydata-machine-lead = هذا الجزء مخصص للبرامج (JSON). لا حاجة إلى قراءته.

# شخص يتولى المحادثة

case-opened = أنقل سؤالك إلى أحد المستشارين. سيقرأ ما كتبناه هنا حتى الآن. { $when } يمكنك مواصلة الكتابة في أي وقت. سألتزم الصمت حتى ذلك الحين، إلا إذا كان أحد في خطر.
case-soon = ستصلك الإجابة هنا في هذه المحادثة.
case-usually = { $minutes ->
        [few] عادةً يأتي الرد خلال { $minutes } دقائق.
       *[other] عادةً يأتي الرد خلال { $minutes } دقيقة.
    }
case-back = لا يوجد أحد الآن. نعود في: { $when }. يمكنك أن تكتب من الآن عن موضوعك، وستُقرأ رسالتك.
case-closed-long = لا يوجد أحد الآن، ولا أعرف متى سيكون أحد هنا. ستُقرأ رسالتك حالما يحضر أحد.
case-still-open = سؤالك عند أحد المستشارين. { $when } إذا كنت تفضل الكتابة معي من جديد، فأنهِ المحادثة مع الاستشارة.
case-claimed = هناك من يعمل على سؤالك الآن.
case-withdrawn = حسنًا، انتهت المحادثة مع الاستشارة. أنا أجيبك من جديد. ماذا تريد أن تعرف؟
case-closed = انتهت المحادثة مع الاستشارة. من الآن أجيبك أنا من جديد. هل ساعدتك المحادثة؟
case-reopened = أعاد أحد المستشارين فتح محادثتك وسيكتب إليك هنا.
case-reminded = للأسف لم يجد أحد من الاستشارة وقتًا بعد. سؤالك لم يُنسَ. إذا كان الأمر عاجلًا، فاتصل من فضلك: { $oncall } (نصيحة طبية)، { $emergency } (خطر على الحياة).
case-expired = أنا آسف: لم يتمكن أحد من الرد خلال المدة التي حددناها، لذلك أُغلق طلبك. هذه الجهات تساعدك شخصيًا:
case-blocked = لا يمكنك الكتابة إلى الاستشارة من هذه المحادثة حتى { $until }. وسأواصل الإجابة عن أسئلتك.
case-file-too-large = هذا الملف كبير جدًا. لا أستطيع نقله.
case-file-not-here = لا أستطيع نقل الملفات من هذه المحادثة. اكتب من فضلك ما هو الموضوع.
case-untranslated = تعذّرت ترجمة هذه الرسالة. نصّها بالألمانية:
case-offer = هل تريد أن تتحدث مع شخص عن هذا؟ يمكنك اختيار ذلك في الأسفل.
button-end-case = إنهاء المحادثة مع الاستشارة
