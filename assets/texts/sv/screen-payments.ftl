### Inbetalningar: listorna, läsa in, skriva in, mappa.

## Avdelningen och listorna

section-payments = Inbetalningar
lists-place = Utbetalningslistor från Migrationsverket, den senaste först
lists-empty = Ingen lista är inläst. Läs in filen från Migrationsverket, eller skriv in ett pappersbeslut.
lists-date = Utbetald
lists-file = Fil
lists-step = Väntar på
lists-rows = Rader
lists-net = Tas in
lists-bank = Banken
lists-difference = Differens
lists-read = Inläst
list-step-review = Granska
list-step-match = Matcha
list-step-distribute = Fördela
list-step-book = Skapa bokföringsorder
list-step-hand-over = Överför
list-step-done = Överförd
list-step-reversed = Återförd
rows-left =
    { $rows ->
        [one] 1 rad kvar
       *[other] { $rows } rader kvar
    }
column-line = Rad
choose = Välj
command-rows = Gå mellan rader
    .bar = rad
command-open = Öppna raden
    .bar = öppna
command-read-file = Läs in en fil
    .bar = läs in fil
    .button = Läs in fil…
command-enter-rows = Skriv eller klistra in rader
    .bar = skriv in
    .button = Skriv eller klistra in
    .found = mata in manuellt registrera utbetalning

## Läs in

step-read = Läs in
step-review = Granska
step-match = Matcha
step-distribute = Fördela
step-book = Skapa bokföringsorder
step-hand-over = Överför
pick-list = Välj utbetalningslista
pick-lists = Utbetalningslistor
pick-all = Alla filer
read-title = Läs in utbetalningslista
drop-several-title = Flera filer på en gång
drop-several = Dra in en fil i taget. Varje fil läses in och granskas för sig.
drop-several-close = Stäng
read-size = Storlek
bytes = { $bytes } byte
read-container = Filtyp
container-text = Text
container-xlsx = XLSX
read-encoding = Teckenkodning
read-profile = Importprofil
read-several = Flera passar filen: välj den som gäller
read-map = Beskriv layouten själv
read-working = Läser in listan
progress-read = { $percent } %, { $rows } rader lästa
    .unknown = { $rows } rader lästa
payment-date = Utbetalningsdag
command-read = Läs in med det valda
    .bar = läs in
    .button = Läs in

## Skriv eller klistra in

entry-title = Skriv eller klistra in rader
entry-place = Pappersbeslut och bidrag utan lista. Samma kontroller som för en fil.
entry-name = Underlag
entry-name-hint = till exempel beslutets nummer
entry-date-missing = Ange dagen här eller i kolumnen Utbetalningsdag.
entry-required = måste fyllas i
entry-rows =
    { $rows ->
        [one] 1 ifylld rad
       *[other] { $rows } ifyllda rader
    }
entry-unsaved =
    { $rows ->
        [one] 1 skriven rad är inte sparad.
       *[other] { $rows } skrivna rader är inte sparade.
    }
entry-kept =
    { $rows ->
        [one] 1 skriven rad är sparad, inte inläst
       *[other] { $rows } skrivna rader är sparade, inte inlästa
    }
command-read-rows = Läs in raderna och granska dem
    .bar = till Granska
    .button = Till Granska

## Mappa en okänd layout

mapping-title = Beskriv layouten
mapping-name = Profilens namn
mapping-header = Rubrikrad
mapping-header-row = Rad { $line }: { $words }
mapping-dates = Datum
mapping-decimal = Decimaltecken
mapping-comma = Komma
mapping-point = Punkt
mapping-thousands = Tusental
mapping-thousands-space = Mellanslag
mapping-thousands-none = Inget tecken
mapping-sign = Återkrav
mapping-sign-as-written = Står med minus
mapping-sign-reversed = Utbetalningar står med minus
mapping-sign-by-code = Framgår av koden
mapping-clawback-code = Koden börjar med
mapping-minus = Minus skrivs också
mapping-minus-trailing = efter (5,00-)
mapping-minus-parentheses = som (5,00)
mapping-sum-marker = Summarad
mapping-sum-marker-hint = börjar med
mapping-date-label = Utbetalningsdag ovanför
mapping-date-label-hint = rubrik bredvid
mapping-payment-date-hint = om listan inte säger den
mapping-written = Som skrivet, de första 20 raderna
mapping-meant = Som menat
mapping-nothing-yet = Välj vilka kolumner som är ersättningskod och belopp.
mapping-missing = Välj kolumn för: { $fields }
mapping-column = Kolumnen { $title } läses som
mapping-taken = { $field } togs från kolumnen { $title }.
mapping-give-back = Ge tillbaka
mapping-not-read = läses inte
mapping-full-name = Efternamn, förnamn
command-save-profile = Spara profilen och läs in listan
    .bar = spara och läs in
    .button = Spara och läs in
column-code = Kod
column-person = Person
column-dossier = Dossier
column-personal-number = Personnummer
column-period = Period
column-amount = Belopp
column-finding = Anmärkning
column-decision = Beslut
