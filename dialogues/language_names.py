"""The languages Lotse speaks, each by its own name, in the order of the buttons."""

OWN_NAMES = {
    "ar": "العربية",
    "ru": "Русский",
    "tr": "Türkçe",
    "en": "English",
    "de": "Deutsch",
}
