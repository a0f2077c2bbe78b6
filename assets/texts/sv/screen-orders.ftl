### Bokföringsorder: lista, en order, attest och överföring.

section-orders = Bokföringsorder

## Listan

orders-place = Underlag till ekonomisystemet, i nummerordning
orders-column-number = Nummer
orders-column-month = Månad
orders-column-date = Datum
orders-column-period = Period
orders-column-amount = Belopp
orders-column-state = Läge
orders-column-marks = Märkt
orders-open = Öppna bokföringsordern
    .bar = öppna
orders-reverses = återför { $number }
orders-reversed-by = återförd av { $numbers }
orders-empty = Ingen bokföringsorder är gjord. Fördela en månad och skapa ordern därifrån.
orders-empty-way = Till Fördelning
orders-state-created = Skapad
orders-state-attested = Attesterad
orders-state-handed-over = Överförd
orders-state-booked = Bokförd
orders-state-withdrawn = Återkallad

## En order

orders-of-month = Fördelning { $month }
orders-dated = daterad { $day }, period { $period }
orders-postings = Konteringsrader
orders-voucher = Verifikation { $number }
orders-posting-number = Rad
orders-posting-account = Konto
orders-posting-centre = Ansvar
orders-posting-activity = Verks.
orders-posting-counterpart = Motp.
orders-posting-debit = Debet
orders-posting-credit = Kredit
orders-posting-text = Text
orders-trace = Visa spåret av konteringsraden
    .bar = visa spåret
orders-back = Tillbaka till listan
    .bar = till listan
orders-close-trace = Stäng spåret
    .bar = stäng spåret
orders-pane = Ordern
orders-fact-state = Läge
orders-fact-amount = Debet och kredit
orders-fact-vouchers = Verifikationer
orders-history = Vad som har gjorts
orders-files = Filer
orders-attest = Attestera ordern
    .bar = attestera
    .button = Attestera
orders-attest-title = Attestera { $number }?
orders-attest-alone = Du har själv upprättat ordern. Attesten sparas och visas som ”utan andra person”.
orders-attest-second = Attesten sparas i behandlingshistoriken med ditt namn.
orders-hand-over = Överför till ekonomisystemet
    .bar = överför
    .button = Överför
orders-hand-over-again = Överför igen
orders-hand-over-title = Överför { $number }
orders-hand-over-words = Filens innehåll sparas. Samma fil kan skrivas igen och blir då en kopia.
orders-format = Format
orders-other-format-before = Ordern är redan överförd som { $formats }. Kontrollera att ekonomisystemet inte läser båda.
orders-choose-file = Välj fil och överför
orders-save-title = Spara filen till ekonomisystemet
orders-written = Överförd, { $bytes } byte
orders-copy = kopia
orders-no-more = En överförd order ändras inte. Återför listan om något är fel, eller avvisa ordern om ekonomisystemet nekade filen.
orders-print = Skriv ut bokföringsordern
    .bar = skriv ut
    .button = Skriv ut
orders-printed = Utskriften ligger i { $path }
orders-withdraw = Återkalla ordern
    .button = Återkalla
orders-withdraw-title = Återkalla { $number }?
orders-withdraw-words = Numret används inte igen. Fördelningen kan bokas i en ny order.

## Ekonomisystemets svar

orders-voucher-number = nr { $number }
orders-numbers = Verifikationsnummer
orders-book = Ange verifikationsnummer
    .bar = bokförd
    .button = Bokförd
orders-book-title = Bokförd: { $number }
orders-book-words = Nummer och bokföringsdag ur ekonomisystemet. Ett block med nummer och dag på varje rad kan klistras in i det första fältet. En verifikation utan nummer lämnas till senare.
orders-book-number = Verifikationsnummer
orders-book-day = Bokföringsdag
orders-numbers-file = Läs in verifikationsnummer från fil
    .bar = läs in nummer
    .button = Läs in från fil…
orders-numbers-read =
    { $vouchers ->
        [0] Alla nummer i filen fanns redan.
        [one] En verifikation har fått nummer.
       *[other] { $vouchers } verifikationer har fått nummer.
    }
orders-booked-now = Bokförda nu: { $orders }
orders-unbook-title = Ångra nummer { $number }?
orders-unbook-words = Verifikation { $voucher } får vara utan nummer tills ett nytt anges.
orders-unbook-of = Ångra nummer { $number }
orders-unbook = Ångra verifikationsnummer
    .button = Ångra
orders-reject = Avvisad av ekonomisystemet
    .button = Avvisad
orders-reject-title = { $number } avvisad av ekonomisystemet
orders-reject-words = Ordern återkallas. Nämnderna behåller sina andelar, filen sparas, och en ny order får ett nytt nummer.
orders-reject-label = Ekonomisystemets egna ord
orders-reject-missing = Skriv vad ekonomisystemet svarade.
orders-anew = Till fördelningen, för att göra en ny order
