# The digests coordinators get. Plain text: they go out by Telegram and by e-mail.

week-subject = Lotse: Woche vom { $first } bis { $last }
week-consultations = { $about ->
        [0] In dieser Woche gab es weniger als zehn Beratungen.
       *[other] In dieser Woche gab es rund { $about } Beratungen (auf Zehner gerundet).
    }
week-open = { $waiting ->
        [0] Kein Fall wartet auf eine Beraterin oder einen Berater.
        [one] Ein Fall wartet auf eine Beraterin oder einen Berater.
       *[other] { $waiting } Fälle warten auf eine Beraterin oder einen Berater.
    }
week-due = { $due ->
        [0] Alle Antworten und Kontakte sind geprüft.
        [one] Eine Antwort oder ein Kontakt muss neu geprüft werden („lotse freshness“).
       *[other] { $due } Antworten und Kontakte müssen neu geprüft werden („lotse freshness“).
    }
month-topics = Häufigste Themen im Monat { $month }:
quarter-subject = Lotse: Zahlen für das { $quarter }. Quartal { $year }
quarter-total = Beratungen: { $number }
quarter-people = Ratsuchende (geschätzt): { $number }
quarter-topics = Häufigste Themen:
topic-line = – { $topic }: { $number }
hidden = nicht veröffentlicht (unter 5 oder zum Schutz anderer Zahlen)
where = Alle Tabellen und Dateien: im Browser unter /reports
