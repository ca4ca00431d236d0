# What Lotse says itself. German is the source; every other language has the same ids.
# Words for readers with little German and little time: short, warm, polite (Sie), level B1.

## First contact

welcome-choose-language = Lotse'ye hoş geldiniz. Lütfen dilinizi seçin.
intro =
    Merhaba! Ben Lotse, bir bilgisayar programıyım. Almanya'daki sağlık sisteminde yolunuzu bulmanıza ücretsiz yardım ederim: doktor, sağlık sigortası (Krankenkasse), başvurular, ebe, bakım ve daha fazlası.
    Ben doktor değilim. Hangi hastalığınız olduğunu veya hangi ilacı almanız gerektiğini söylemem. Hayati tehlike varsa { $emergency } numarasını arayın.
intro-keeps =
    Sizinle konuşabilmem için, yazdıklarınızı son mesajınızdan sonra { $days ->
        [one] bir gün
       *[other] { $days } gün
    } boyunca saklarım. Adınıza ihtiyacım yok. İstediğiniz zaman her şeyi silebilirsiniz: /delete. Kabul ediyor musunuz?
intro-question-waits = Sorunuzu okudum. Siz cevap verince sorunuzu hemen cevaplayacağım. Sorunuz en fazla bir saat bekler.
consent-please = Lütfen önce şunu cevaplayın: Size cevap verebilmem için yazdıklarınızı saklayabilir miyim?
consent-given = Teşekkür ederim. Size nasıl yardım edebilirim? Sorunuzu yazmanız yeterli.
consent-thanks = Teşekkür ederim.
consent-already-given = Daha önce kabul ettiniz. Size nasıl yardım edebilirim?
consent-refused = Tamam. Yazdıklarınızın hiçbirini saklamam. Her mesajı tek tek cevaplar ve hemen unuturum. Bu şekilde size soru soramam, bir insanla da görüşemezsiniz. İstediğiniz zaman kabul edebilirsiniz.
needs-consent = Bunun için yazdıklarınızı kaydetmem gerekiyor. Kabul ediyor musunuz?
button-agree = Evet, kabul ediyorum
button-refuse = Hayır

## Buttons

button-more = Daha fazla bilgi
button-desk = Görevliye göster
button-person = Bir insanla konuş
button-helpful = Bu yardımcı oldu
button-not-helpful = Bu yardımcı olmadı
button-topics = Lotse neler yapabilir
button-skip = Geç
button-cancel = İptal
button-none-of-these = Hiçbiri
button-delete = Evet, her şeyi sil
button-keep = Hayır, silme
button-my-data = Verilerim dosya olarak
button-language = Dil / Language
button-go-on = Acil durum değil, devam

## Danger

emergency =
    { $emergency } – hemen şimdi bu numarayı arayın! Ücretsiz, gece gündüz, her telefondan.
    Şunları söyleyin: Neredesiniz? Ne oldu? Kaç kişinin yardıma ihtiyacı var? Size kapatabileceğiniz söylenene kadar telefonu kapatmayın. Hangi dili konuştuğunuzu söyleyebilirsiniz.
emergency-poison = Zehirlenmede, kişi uyanıksa ve nefes alıyorsa: zehir danışma hattı (Gift-Notruf) { $poison }.
emergency-after = Kimse tehlikede değilse, lütfen sorunuzu bana başka kelimelerle bir daha yazın.
crisis =
    { $emergency } – siz veya başka biri şu anda tehlikedeyse bu numarayı arayın.
    İyi ki bunu yazdınız. Yalnız değilsiniz. Lütfen şimdi bir insanla konuşun: destek hattı (Telefonseelsorge) { $crisis }, ücretsiz, gece gündüz, isim vermeden.
    Yalnız kalmayın. Güvendiğiniz birini arayın. Herhangi bir hastanenin acil servisine (Notaufnahme) de gidebilirsiniz.

## Answers

answer-sources = Bu bilginin kaynağı: { $sources }
answer-checked = Son kontrol: { $date }
answer-not-checked = Bu cevap henüz ikinci bir kişi tarafından kontrol edilmedi. Lütfen emin olmak için birine sorun.
answer-out-of-date = Dikkat: Bu cevabın { $date } tarihine kadar yeniden kontrol edilmesi gerekiyordu. Bazı bilgiler artık doğru olmayabilir. Lütfen emin olmak için birine sorun.
answer-not-written = “{ $topic }” konusunda maalesef henüz kontrol edilmiş bir cevabım yok. Size yanlış bir şey söylemek istemem. Danışma ekibinden bir insan size yardım edebilir.
answer-bring = Lütfen hazır bulundurun veya yanınızda getirin:
answer-contacts = Buradan yardım alabilirsiniz:
answer-again = Bunu daha önce sordunuz. Cevabım bir kez daha burada. Yardımcı olmazsa lütfen bir insanla konuşun.
contact-free = ücretsiz
contact-not-checked = Bu bilgileri henüz kontrol edemedik.
contact-languages = Diller: { $languages }
hours-always = gece gündüz
hours-unknown = saatler: lütfen sorun
hours-closed = kapalı
desk-show = Bu cümleyi görevliye gösterebilirsiniz:
desk-means = Anlamı:
helpful-thanks = Bildirdiğiniz için teşekkürler! Başka bir sorunuz var mı?
not-helpful-thanks = Bunu söylediğiniz için teşekkürler. Bir insanla konuşmak mı istersiniz, yoksa sorunuzu başka şekilde mi sormak istersiniz?

## Not sure

unclear-choose = Sizi doğru anladığımdan emin değilim. Bunlardan birini mi demek istiyorsunuz?
unclear-rephrase = Maalesef bunu anlamadım. Lütfen başka ve kısa kelimelerle yazın.
unclear-person = Maalesef sizi hâlâ anlayamıyorum. Bir insanla konuşmak ister misiniz?
nothing-to-confirm = Güzel. Ne öğrenmek istiyorsunuz? Sorunuzu yazmanız yeterli.
nothing-to-deny = Tamam. Size başka bir konuda yardım edebilir miyim?
button-not-known = Bu düğme artık geçerli değil. Lütfen sorunuzu yazın.

## Conversation

greet = Merhaba! Size nasıl yardım edebilirim?
goodbye = Hoşça kalın, her şey gönlünüzce olsun! İstediğiniz zaman yine yazabilirsiniz.
thanks = Rica ederim! Başka bir sorunuz var mı?
capabilities = Sağlık sistemiyle ilgili sorularınızda size yardım ederim: doktor bulma, randevu, sağlık sigortası (Krankenkasse), başvurular, mektupları anlama, ebe, bakım, ruh sağlığı ve daha fazlası. Sorunuzu kendi kelimelerinizle yazın veya seçin:
bot-challenge = Ben bir bilgisayar programıyım, insan değilim. Cevaplarımı kontrol edilmiş metinlerden veririm. İsterseniz bir insanla konuşabilirsiniz.
privacy-info = Mesajlarınızı adınız olmadan, son mesajınızdan sonra en fazla { $days } gün saklarım. Bunları yalnızca size cevap vermek için kullanırım. Danışma ekibinden bir insan, mesajlarınızı yalnızca siz onunla konuşmak isterseniz okur. /delete ile her şeyi hemen silersiniz.
person-unavailable = Şu anda sizi buradan henüz bir insana bağlayamıyorum. Bu yerler size bizzat yardım eder:
medical-advice = Bunu değerlendiremem, buna iznim de yok: Ben doktor değilim. Lütfen aile doktorunuza (Hausarzt) sorun. Muayenehane kapalıysa ve bekleyemezse: { $oncall }, ücretsiz, gece gündüz. Hayati tehlikede: { $emergency }. İlaçlarla ilgili soruları her eczane (Apotheke) de cevaplar.
out-of-scope = Maalesef bu konuda yardım edemem. Ben yalnızca sağlık sistemini biliyorum. Örneğin şu konularda yardım ederim:
feedback-thanks = Görüşünüz için teşekkürler. Daha iyi olmamıza yardım ediyor. Yazdıklarınız başkasına verilmez.
cancelled = Tamam, baştan başlıyoruz. Ne öğrenmek istiyorsunuz?
delete-ask = Sizinle ilgili sakladığım her şeyi sileyim mi? Bu geri alınamaz.
deleted = Her şey silindi. Artık sizinle ilgili hiçbir şey saklamıyorum. Silme makbuzunuzun numarası: { $receipt }. Bu numarayla ne zaman silindiğini sorabilirsiniz; makbuzda başka bir bilgi yoktur. Yine yazarsanız baştan başlarız.

## Language

language-choose = Hangi dilde yazmak istersiniz?
language-changed = Tamam, bundan sonra Türkçe yazıyorum.
language-unsupported = Maalesef bu dili henüz bilmiyorum. Almanca, Arapça, Rusça, Türkçe ve İngilizce biliyorum. Bir insanla konuşmak ister misiniz?

## Messages that are not plain text

cannot-hear = Sesli mesajları dinleyemem. Lütfen sorunuzu yazın.
cannot-see = Resimlere, videolara ve dosyalara bakamam ve onları saklamam. Lütfen konunun ne olduğunu yazın. Bir mektup için yardıma ihtiyacınız varsa, bir insan mektubu sizinle birlikte okuyabilir.
cannot-contact = Kişi bilgilerini okuyamam ve onları saklamam. Lütfen sorunuzu yazın.
sticker = Teşekkürler! Bir sorunuz varsa lütfen kelimelerle yazın.
too-long = Mesajınız benim için çok uzun: { $length } karakter. Ben en fazla { $limit } karakter okurum. Lütfen en çok neye ihtiyacınız olduğunu kısaca yazın.
empty = Mesajda okuyacak kelime bulamadım. Lütfen sorunuzu yazın.
edited = Mesajınızı değiştirdiniz. Yeni metne cevap veriyorum:
something-went-wrong = Bende bir hata oldu. Lütfen sorunuzu bir daha yazın. Olmazsa lütfen { $oncall } numarasını arayın (tıbbi sorular) veya bir insanla konuşun.

## Finding a doctor

ask-specialty = Nasıl bir muayenehane (Praxis) arıyorsunuz? Seçin veya yazın.
ask-spoken-language = Muayenehanede hangi dil konuşulsun?
ask-district = Hangi semtte arıyorsunuz? Semtin adını yazabilir veya konumunuzu gönderebilirsiniz.
specialty-not-known = Bu uzmanlık alanını maalesef bilmiyorum.
spoken-language-not-known = Bu dili maalesef bilmiyorum.
district-not-known = Bu semti maalesef bilmiyorum.
services-found = { $count ->
        [one] Bu muayenehane uygun:
       *[other] Bu { $count } muayenehane uygun:
    }
services-searched = Aranan: { $criteria }
services-none = Maalesef buna uygun bir muayenehane bulamadım.
services-without-language = Maalesef { $language } konuşulan bir muayenehane bulamadım. Şu muayenehanelerde bu dil konuşulmuyor. Orada tercüman olup olmadığını sorun:
services-advice = Şöyle devam edebilirsiniz: { $oncall } numarasını arayın (randevu servisi, ücretsiz) veya www.116117.de sayfasında arayın. Sağlık sigortanız (Krankenkasse) da aramanıza yardım eder.
services-demonstration = Dikkat: Bu, denemek için uydurulmuş bir örnektir. Bu muayenehaneler gerçekte yok. Lütfen oraları aramayın.
service-languages = Diller: { $languages }
service-hours = Saatler: { $hours }
service-takes-new = yeni hasta kabul ediyor
service-takes-no-new = şu anda yeni hasta kabul etmiyor
service-distance = yaklaşık { $kilometres } km uzakta
any-specialty = tüm uzmanlık alanları
any-language = her dil
any-district = tüm Bremen

## Specialties

specialty-general_practice = Aile doktoru (Hausarzt)
specialty-paediatrics = Çocuk doktoru (Kinderarzt)
specialty-gynaecology = Kadın doktoru (Frauenarzt)
specialty-dentistry = Diş doktoru (Zahnarzt)
specialty-dermatology = Cilt doktoru (Hautarzt)
specialty-ophthalmology = Göz doktoru (Augenarzt)
specialty-ent = Kulak burun boğaz (HNO)
specialty-orthopaedics = Ortopedi (kemik, eklem)
specialty-cardiology = Kalp doktoru (Kardiologie)
specialty-urology = Üroloji
specialty-neurology = Sinir doktoru (Neurologie)
specialty-psychiatry = Psikiyatri
specialty-diabetology = Şeker hastalığı (Diabetes)
specialty-internal_medicine = Dahiliye (Innere Medizin)
specialty-radiology = Radyoloji (röntgen, MR)
specialty-surgery = Cerrahi (Chirurgie)
specialty-pulmonology = Akciğer doktoru (Lungenarzt)
specialty-gastroenterology = Mide ve bağırsak doktoru
specialty-oncology = Kanser doktoru (Onkologie)
specialty-physiotherapy = Fizyoterapi

## Topics, as buttons: at most 28 characters

topic-find_doctor = Doktor bulma
topic-book_appointment = Randevu alma
topic-out_of_hours_care = Gece ve hafta sonu
topic-insurance_contact = Sağlık sigortasına ulaşma
topic-insurance_coverage = Sigortanın ödedikleri
topic-no_insurance = Sağlık sigortası yoksa
topic-nursing_care = Bakım (Pflege)
topic-mental_health = Ruh sağlığı
topic-addiction = Bağımlılık
topic-disability = Engellilik
topic-loneliness = Yalnızlık
topic-housing = Ev ve barınma
topic-domestic_violence = Evde şiddet
topic-discrimination = Kötü muamele görme
topic-language_course = Almanca kursu
topic-bereavement = Yas ve kayıp
topic-district_offers = Semtteki etkinlikler
topic-nutrition_exercise = Beslenme ve hareket
topic-chronic_illness = Kronik hastalık
topic-forms_help = Formlar için yardım
topic-rehab = Rehabilitasyon (Reha, Kur)
topic-parental_benefits = Ebeveyn ve çocuk parası
topic-birth_certificate = Doğum belgesi
topic-understand_letter = Mektubu anlama
topic-prescription_referral = Reçete ve sevk
topic-midwife = Ebe (Hebamme)
topic-pregnancy = Hamilelik
topic-child_health = Çocuk sağlığı
topic-parenting_family = Aile ve çocuk yetiştirme
topic-vaccination = Aşı
topic-checkups = Sağlık kontrolü (Vorsorge)
topic-dental_care = Dişler
topic-heat_protection = Aşırı sıcak ve ilk yardım
topic-health_system = Sistem nasıl işliyor
topic-interpreter = Tercüman ve refakat

## Commands in Telegram's menu, at most 60 characters

command-start = Baştan başla
command-help = Lotse neler yapabilir
command-language = Dil seç
command-person = Bir insanla konuş
command-mydata = Saklanan her şey, dosya olarak
command-delete = Saklanan her şeyi sil

## Web chat

web-title = Lotse – sağlık sisteminde yardım
web-subtitle = Bir bilgisayar programı. Doktor değil. Hayati tehlikede: { $emergency }
web-placeholder = Sorunuz
web-send = Gönder
web-you = Siz
web-lotse = Lotse
web-typing = Lotse yazıyor …
web-offline = Bağlantı yok. Bağlantı gelince mesajınız gönderilecek.
web-online = Yeniden bağlandı.
web-not-sent = Gönderilemedi. Lütfen bir daha deneyin.
web-language = Dil
web-messages = Konuşma
web-leave = Sayfadan hemen çık
web-new = Yeni konuşma
web-start = Konuşmayı başlat
web-share-location = Konum gönder
web-download = Dosyayı indir

## Everything that is kept, as a file

mydata-here = Sizinle ilgili sakladığım her şey bu dosyada. Dosyayı bir tarayıcıyla açın. Dosya kimdeyse her şeyi okuyabilir. Lütfen onu iyi koruyun.
mydata-link = Sizinle ilgili sakladığım her şey burada. Aşağıdan dosya olarak indirebilirsiniz. Dosya kimdeyse her şeyi okuyabilir. Lütfen onu iyi koruyun.
mydata-fetch = Sizinle ilgili sakladığım her şeyi dosya olarak buradan alabilirsiniz: GET { $path }
mydata-title = Lotse’nin sizinle ilgili sakladığı her şey
mydata-made = Bu dosya sizin için hazırlandı: { $when }. Lotse bir kopyasını saklamaz.
mydata-careful = Bu dosya kimdeyse her şeyi okuyabilir. Onu iyi koruyun. Artık ihtiyacınız yoksa silin.
mydata-almost-nothing = Lotse’nin mesajlarınızı saklamasını kabul etmediniz. Bu yüzden burada neredeyse hiçbir şey yok.
mydata-delete = Lotse’nin her şeyi silmesini ister misiniz? Sohbete şunu yazın: /delete
mydata-nothing = Burada saklanan bir şey yok.
mydata-about = Konuşmanıza genel bakış
mydata-channel = Lotse ile nerede yazışıyorsunuz
mydata-channel-telegram = Telegram
mydata-channel-web = internet sayfasındaki sohbet
mydata-channel-rest = başka bir programda (REST)
mydata-language = Dil
mydata-site = Lotse’ye nereden geldiniz
mydata-consent = Lotse yazdıklarınızı saklayabilir mi?
mydata-consent-given = Evet
mydata-consent-since = Evet, şu tarihten beri: { $when }
mydata-consent-refused = Hayır
mydata-consent-asked = Soruldu, henüz cevap yok
mydata-consent-none = Henüz sorulmadı
mydata-began = Hâlâ bilinen ilk mesaj
mydata-last = Son mesaj
mydata-erased = Ne zaman silinecek
mydata-erased-when = { $when }, o zamana kadar bir daha yazmazsanız
mydata-blocked = Danışmanlarla görüşme
mydata-blocked-until = { $until } tarihine kadar kapalı
mydata-remembered = Lotse’nin konuşma için aklında tuttukları
mydata-topics = Konular
mydata-last-topic = Son konu
mydata-district = Semt
mydata-specialty = Aradığınız tıp alanı
mydata-spoken = Muayenehanede aradığınız dil
mydata-misses = Lotse’nin arka arkaya anlamadığı mesajlar
mydata-messages = Mesajlar
mydata-messages-lead = Sizin yazdıklarınız ve size yazılanlar, sırasıyla. Lotse resimlerin, sesli mesajların ve dosyaların kendisini saklamaz.
mydata-team = Danışma ekibi
mydata-edited = değiştirildi
mydata-waits = kabul etmenizi bekliyor
mydata-kind-button = Düğme
mydata-kind-location = Konum
mydata-kind-voice = Sesli mesaj
mydata-kind-photo = Resim
mydata-kind-video = Video
mydata-kind-sticker = Çıkartma
mydata-kind-file = Dosya
mydata-kind-contact = Kişi kartı
mydata-kind-other = Başka bir şey
mydata-cases = Danışmanlarla görüşmeler
mydata-case = { $number } numaralı görüşme
mydata-case-state = Durum
mydata-case-waiting = bir danışmanın vakti olmasını bekliyor
mydata-case-claimed = şu anda ilgileniliyor
mydata-case-closed = bitti
mydata-case-expired = kimsenin vakti olmadığı için kapandı
mydata-case-opened = Başladı
mydata-case-taken = Danışman üstlendi
mydata-case-ended = Bitti
mydata-case-wish = Konu
mydata-closing-topics = Sonunda not edilen konular
mydata-outcome = Sonuç
mydata-outcome-solved = çözüldü
mydata-outcome-referred = başka bir yere yönlendirildi
mydata-outcome-appointment = randevu alındı
mydata-outcome-not-reached = ulaşılamadı
mydata-outcome-complex = daha fazla yardım gerekiyor
mydata-german = Almanca çevirisi
mydata-as-you-got-it = Size böyle geldi
mydata-better = Danışma ekibinden daha iyi bir çeviri
mydata-also = Lotse başka neleri saklıyor
mydata-also-pseudonym = Adınız yerine bir kod. Bu kod, sohbetteki adresinizden hesaplanır. Lotse’nin gizli anahtarı olmadan kimse bundan kim olduğunuzu anlayamaz.
mydata-also-address = Sohbetteki adresiniz (Telegram’da bu bir numaradır), şifrelenmiş olarak. Lotse’nin size cevap verebilmesi için gerekir.
mydata-also-numbers = Mesajlarınızın numaraları ve saatleri; böylece hiçbiri kaybolmaz ve hiçbiri iki kez cevaplanmaz.
mydata-also-statistics = İstatistik için yalnızca sayılır, örneğin bir konunun kaç kez sorulduğu. Orada kişi olarak sizinle ilgili hiçbir şey yoktur.
mydata-left-out = Bu dosyada neler yok
mydata-left-out-notes = Danışma ekibinin yalnızca kendisi için aldığı notlar ve danışmanların adları.
mydata-left-out-unsent = Danışma ekibinin geri aldığı ya da henüz göndermediği mesajlar.
mydata-machine = Aynı veriler, bilgisayarlar için
mydata-machine-lead = Bu bölüm programlar içindir (JSON). Okumanıza gerek yok.

# Bir insan devralıyor

case-opened = Sorunuzu bir danışmana iletiyorum. Danışman, burada şimdiye kadar yazdıklarımızı okur. { $when } İstediğiniz zaman yazmaya devam edebilirsiniz. O zamana kadar susuyorum; yalnız biri tehlikedeyse yazarım.
case-soon = Cevabı burada, bu sohbette alırsınız.
case-usually = Genellikle { $minutes } dakika içinde cevap verilir.
case-back = Şu anda kimse yok. Yeniden buradayız: { $when }. Konunun ne olduğunu şimdiden yazabilirsiniz. Mesajınız okunacak.
case-closed-long = Şu anda kimse yok ve ne zaman birinin geleceğini bilmiyorum. Biri gelir gelmez mesajınız okunacak.
case-still-open = Sorunuz bir danışmanda. { $when } Yeniden benimle yazışmak isterseniz görüşmeyi bitirin.
case-claimed = Sorunuzla şu anda ilgileniliyor.
case-withdrawn = Tamam, danışmanla görüşme bitti. Artık yine ben cevap veriyorum. Ne öğrenmek istersiniz?
case-closed = Danışmanla görüşme bitti. Bundan sonra yine ben cevap veriyorum. Görüşme size yardımcı oldu mu?
case-reopened = Bir danışman görüşmenizi yeniden açtı ve size buradan yazacak.
case-reminded = Ne yazık ki henüz hiçbir danışmanın vakti olmadı. Sorunuz unutulmadı. Acilse lütfen arayın: { $oncall } (tıbbi danışma), { $emergency } (hayati tehlike).
case-expired = Üzgünüm: Bunun için koyduğumuz süre içinde kimse cevap veremedi. Bu yüzden talebiniz kapandı. Şu yerler size yüz yüze yardımcı olur:
case-blocked = { $until } tarihine kadar bu sohbetten danışmanlara yazamazsınız. Sorularınıza cevap vermeye devam ediyorum.
case-file-too-large = Bu dosya çok büyük. İletemiyorum.
case-file-not-here = Bu sohbetten dosya iletemiyorum. Lütfen konunun ne olduğunu yazın.
case-untranslated = Bu mesaj çevrilemedi. Almancası şöyle:
case-offer = Bu konuda bir insanla konuşmak ister misiniz? Aşağıdan seçebilirsiniz.
button-end-case = Görüşmeyi bitir
