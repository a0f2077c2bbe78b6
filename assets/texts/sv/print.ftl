### Utskrifter: fördelningsbesked, bokföringsorder, granskningsprotokoll.

print-producer = Återsök { $version }
print-page = Sida
print-of = av
print-example = EXEMPEL
print-one-person = EN PERSON, BESLUT { $decision }
print-one-person-undecided = EN PERSON, BESLUT SAKNAS
print-training = ÖVNINGSDATABAS
print-no-second-person = utan andra person
claim-print-footer-signed = Underskrift { $user }: { $signature }
claim-print-footer = Utskriven { $day }
print-footer-signed = Underskrift { $user }: { $signature }
print-footer = Utskriven { $day } · händelse { $event }, { $hash }

statement-title = Fördelningsbesked
statement-subject = { $board } · { $month }
statement-board = Nämnd
statement-cost-centre = Ansvar
statement-month = Utbetalningsmånad
statement-run = Körning
statement-run-value = { $run ->
        [1] Körning 1
       *[other] Tilläggskörning { $run }
    }
statement-run-correction = Rättelse, körning { $run }
statement-key = Fördelningsnyckel
statement-key-value = { $decision }, gäller från { $day }
statement-persons = Antal personer
statement-sums = Summor per ersättning
statement-sums-sheet = Summor
statement-compensation = Ersättning
statement-rows = Rader
statement-persons-column = Personer
statement-paid = Utbetalt
statement-clawbacks = Återkrav
statement-net = Netto
statement-total = Summa
statement-note-example = Nyckeln är ett exempel och ska ersättas av kommunens beslut.
statement-appendix = Bilaga: egna personer
statement-appendix-sheet = Bilaga
statement-appendix-note = Bilagan innehåller personuppgifter. Den anger dossiernummer, aldrig namn eller personnummer.
statement-dossier-number = Dossiernummer
statement-period = Period
statement-amount = Radens belopp
statement-share = Nämndens del

order-title = Bokföringsorder
order-number = Nummer
order-date = Verifikationsdatum
order-period = Period
order-state = Läge
order-state-created = skapad
order-state-attested = attesterad
order-state-handed-over = överförd
order-state-booked = bokförd
order-state-withdrawn = återkallad
order-municipality = Kommun
order-organisation-number = Organisationsnummer
order-reverses = Återför
order-basis = Underlag
order-basis-text = Utbetalningar från Migrationsverket { $month }, { $rows } rader ur { $files }. Fördelade enligt nyckel { $keys }. { $bank ->
        [booked] Banken är redan bokförd mot observationskontot.
       *[own] Bankens insättning bokförs av denna order.
    }
order-voucher = Verifikation { $number }: { $text }
order-account = Konto
order-cost-centre = Ansvar
order-activity = Verksamhet
order-counterpart = Motpart
order-debit = Debet
order-credit = Kredit
order-text = Text
order-total = Summa
order-totals = Summor och fil
order-debit-total = Debet
order-credit-total = Kredit
order-lines = Rader
order-file = Fil { $format }, SHA-256
order-prepared-by = Upprättad av
order-attested-by = Beslutsattest
order-signature = Namn
order-signed-on = Datum

amount = { $amount }
number = { $number }
month-name = { $month }
list-pasted = Inklistrad tabell
bank-difference-unexplained = Inte förklarad vid inläsningen.

protocol-title = Granskningsprotokoll
protocol-file = Fil
protocol-sha256 = SHA-256
protocol-profile = Importprofil
protocol-read = Läst
protocol-rows = Rader
protocol-file-sum = Filens summa
protocol-bank-sum = Bankens belopp
protocol-difference = Differens
protocol-reason = Orsak till differensen
protocol-taken = Tas in
protocol-parked = Parkerat
protocol-decisions = Beslut
protocol-line = Rad
protocol-column = Kolumn
protocol-finding = Anmärkning
protocol-decision = Beslut
protocol-by = Av
protocol-at = När (UTC)
protocol-none = Inga anmärkningar.
protocol-decision-correct = rättad
protocol-decision-park = parkerad
protocol-decision-accept = godtagen
protocol-decision-undo = ångrad
protocol-sum = { $amount }, { $rows } rader

suspense-print-title = Observationskontot
suspense-print-subject = Per { $day }
suspense-print-as-of = Dag
suspense-print-balance = Saldo
suspense-print-nothing = Inget ligger på observationskontot.
suspense-print-kind = Varför
suspense-print-since = Sedan
suspense-print-days = Dagar
suspense-print-file = Lista
suspense-print-line = Rad
suspense-print-owner = Hos
suspense-print-amount = Belopp
suspense-print-sum = Summa

## Listor som sparas som arbetsbok

list-file-sheet = Rader
list-file-about = Om listan
list-file-city = Kommun
list-file-day = Dag
list-file-by = Sparad av
list-file-rows = Antal rader
list-file-mark = Märkning
list-file-narrowed = Urval
list-file-find = Sökt
list-file-rising = Sorterad stigande efter
list-file-falling = Sorterad fallande efter
