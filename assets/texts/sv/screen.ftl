### Skärmens ord. Ett id per mening; attributet .bar är ordalydelsen i tangentraden, .button den på knappen.

## Ramen

program-name = Återsök
menu-bar = Menyer
menu-file = Arkiv
menu-edit = Redigera
menu-view = Visa
menu-go = Gå till
menu-help = Hjälp
menu-about = Om Återsök
    .found = version licens databas program
command-menu-bar = Menyerna
about-title = Om Återsök
about-words = Varje krona, varje person, varje datum, förklarat. Programmet går utan nät; allt det vet finns i databasen.
about-version = Version
about-database = Databas
about-licence = Licens
about-close = Stäng
skip-to-content = Till innehållet
top-municipality = Kommun
top-user = Handläggare
top-today = I dag
navigation-label = Avdelningar
navigation-marks = Gäller hela programmet
keybar-label = Tangenter på den här sidan

## Kommandon som gäller överallt

command-sections = Gå till avdelning
    .bar = avdelning
command-pane-next = Gå till nästa ruta
    .bar = nästa ruta
command-pane-previous = Gå till föregående ruta
command-palette = Sök och kör kommandon
    .bar = sök och kommandon
command-print = Skriv ut
command-find = Sök på sidan
unsaved-mark = Inte sparat: { $what }
undo-last = Ångra
undo-last-what = Ångra: { $what }
command-redo = Gör om
command-redo-what = Gör om: { $what }
command-done-today = Gjort i dag
    .found = ångra historik händelser tillbaka
undo-done = Ångrat: { $what }
redo-done = Gjort om: { $what }
undo-words = Det senaste överst. Ångra tar tillbaka ett steg i taget; varje steg rättas med en ny uppgift, inget försvinner.
undo-nothing = Inget har gjorts sedan databasen öppnades.
undo-down-to = Ångra hit
undo-never = Går inte att ångra. { $why }
command-history-back = Tillbaka till förra sidan
command-history-forward = Framåt till nästa sida
command-help = Visa hjälp
    .bar = hjälp
    .found = handbok F1 tangenter
command-page = { $section }: { $page }

## Märken

mark-example = exempel
mark-no-second-person = utan andra person

## Sök och kommandon

palette-label = Sök person, nummer, ärende, belopp eller kommando
palette-choices = Förslag
palette-command = Kommando
palette-nothing = Inget hittades för ”{ $words }”. Pröva ett nummer, ett namn eller ett belopp.

search-nothing = Inget passar. Pröva ett annat ord.

## Listor och matriser

list-pages = Rad { $from }–{ $to } av { $total }
list-first-page = Första
list-previous-page = Föregående
list-next-page = Nästa
list-last-page = Sista
list-marked = Markerad
list-picked =
    { $count ->
        [one] En rad markerad
       *[other] { $shown } rader markerade
    }
list-picked-all = Alla { $shown } rader markerade
list-copied =
    { $count ->
        [one] En rad är kopierad
       *[other] { $shown } rader är kopierade
    }
list-written = Sparad: { $path }
file-reveal = Visa i mappen
list-xlsx = Excel-arbetsbok
list-save-title = Spara listan som Excel
list-find-label = Sök i listan
list-find-close = Stäng sökningen
list-go-label = Gå till rad
list-nothing = Ingen rad har ”{ $words }”. Pröva ett annat ord.
list-menu = Vad som kan göras med raden
list-columns-title = Kolumner i { $list }
list-columns-words = Bocka av de kolumner som inte ska visas. Ordningen och bredderna gäller bara för dig.
list-columns-sign = Tecken
list-columns-up = Flytta { $column } före
list-columns-down = Flytta { $column } efter
list-columns-keep = Spara
list-columns-reset = Som från början
command-list-copy = Kopiera rader
    .found = urklipp klippbord excel kalkyl
command-list-all = Markera alla rader
command-list-save = Spara listan som Excel …
    .bar = spara som Excel
    .found = exportera xlsx arbetsbok kalkyl fil ladda ner
command-list-find = Sök i listan
    .bar = sök i listan
    .found = hitta leta filtrera
command-list-go = Gå till rad …
    .found = hoppa radnummer
command-list-columns = Kolumner …
    .found = bredd ordning dölja visa tabell
command-list-print = Skriv ut listan
    .found = skrivare papper alla sidor
matrix-ring = Innehåller ett öre från avrundning.

## Summor, steg och anmärkningar

equation-label = Summor
equation-agrees = stämmer
steps-label = Steg
steps-done = klart
findings-label = Anmärkningar
findings-heading =
    { $count ->
        [one] En anmärkning, { $sum }
       *[other] { $shown } anmärkningar, { $sum }
    }
findings-rows =
    { $count ->
        [one] En rad med anmärkning
       *[other] { $shown } rader med anmärkning
    }
findings-more =
    { $count ->
        [one] En till finns i listan.
       *[other] { $count } till finns i listan.
    }
findings-fold = Visa listan
diagnostics-more = Ytterligare { $count } visas inte här. Rätta filen och läs in den igen.
severity-error = Fel
severity-warning = Varning
reading-column = Kolumn
reading-field = Fält
reading-written = Som skrivet
reading-meant = Som menat

## Frågor, framsteg och fel

dialog-leave = Avbryt
reason-label = Skäl (inga namn eller nummer: det sparas i behandlingshistoriken)
reason-missing = Skriv ett skäl. Det sparas i behandlingshistoriken.
progress-rows = { $done } av { $total } rader
    .unknown = { $done } rader
progress-cancel = Avbryt
progress-stopping = Avbryter. Inget halvt sparas.
failure-unknown = Något gick fel i programmet. Försök igen; det du sparat finns kvar.
failure-clipboard-locked = Urklipp används av ett annat program. Vänta ett ögonblick och kopiera igen.
failure-not-revealed = Filen kunde inte visas i sin mapp. Öppna mappen själv.
failure-see-code = Visa felkod
failure-code = Felkod: { $code }
months-as-table = Visa som tabell
months-as-bars = Visa som staplar
axis-thousands = tkr
axis-millions = mkr
field-see = Visa
field-hide = Dölj
place-line = rad { $line }
place-column = kolumn { $column }

## Inställningar

section-settings = Inställningar

## Filer som sparas

file-written = Filen är sparad: { $path }
original-save = Spara originalet
    .button = Spara originalet…
original-kind = Originalet
original-words = Filen sparas som den kom, med allt som står i den, också om den som är skyddad. Vem som sparade den, när och varför sparas i behandlingshistoriken.
