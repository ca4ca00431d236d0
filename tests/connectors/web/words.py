"""The page's texts as the application hands them over."""

from __future__ import annotations

KEYS = (
    "title", "subtitle", "placeholder", "send", "you", "lotse", "typing", "offline", "online",
    "not_sent", "language", "messages", "leave", "new", "start", "share_location",
    "download",
)  # fmt: skip

NAMES = {
    "de": "Deutsch", "ar": "العربية", "ru": "Русский", "tr": "Türkçe", "en": "English",
}  # fmt: skip

_LINES = {
    "de": """Lotse – Hilfe im Gesundheitssystem
Ein Computerprogramm. Kein Arzt. In Lebensgefahr: 112
Ihre Frage
Senden
Sie
Lotse
Lotse schreibt …
Keine Verbindung. Ihre Nachricht wird gesendet, sobald es wieder geht.
Wieder verbunden.
Nicht gesendet. Bitte versuchen Sie es noch einmal.
Sprache
Gespräch
Seite schnell verlassen
Neues Gespräch
Gespräch beginnen
Standort senden
Datei herunterladen""",
    "ar": """لوتسه – مساعدة في النظام الصحي
برنامج حاسوب، وليس طبيبًا. عند الخطر على الحياة: \u2068112\u2069
سؤالك
إرسال
أنت
لوتسه
لوتسه يكتب …
لا يوجد اتصال. ستُرسل رسالتك عند عودة الاتصال.
عاد الاتصال.
لم تُرسل. حاول مرة أخرى من فضلك.
اللغة
المحادثة
غادر الصفحة بسرعة
محادثة جديدة
ابدأ المحادثة
أرسل موقعي
تنزيل الملف""",
    "ru": """Lotse – помощь в системе здравоохранения
Компьютерная программа. Не врач. При угрозе жизни: 112
Ваш вопрос
Отправить
Вы
Lotse
Lotse пишет …
Нет связи. Сообщение будет отправлено, как только связь появится.
Связь восстановлена.
Не отправлено. Попробуйте ещё раз.
Язык
Разговор
Быстро покинуть страницу
Новый разговор
Начать разговор
Отправить местоположение
Скачать файл""",
    "tr": """Lotse – sağlık sisteminde yardım
Bir bilgisayar programı. Doktor değil. Hayati tehlikede: 112
Sorunuz
Gönder
Siz
Lotse
Lotse yazıyor …
Bağlantı yok. Bağlantı gelince mesajınız gönderilecek.
Yeniden bağlandı.
Gönderilmedi. Lütfen tekrar deneyin.
Dil
Konuşma
Sayfadan hızlı çık
Yeni konuşma
Konuşmayı başlat
Konum gönder
Dosyayı indir""",
    "en": """Lotse – help in the health system
A computer program. Not a doctor. In danger to life: 112
Your question
Send
You
Lotse
Lotse is typing …
No connection. Your message is sent as soon as it works again.
Connected again.
Not sent. Please try again.
Language
Conversation
Leave this page quickly
New conversation
Start conversation
Send location
Download the file""",
}

TEXTS = {
    language: dict(zip(KEYS, lines.split("\n"), strict=True)) for language, lines in _LINES.items()
}
