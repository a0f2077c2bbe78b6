### Skärmen: säkerhetskopior.

backup-make = Gör en säkerhetskopia nu
    .bar = säkerhetskopia nu
backup-making = Säkerhetskopian görs och kontrolleras
backup-progress = { $percent } % klart
    .unknown = Arbetar
backup-restoration-waits = Numreringen väntar: databasen är inläst från en säkerhetskopia, och inget kan fördelas eller bokföras förrän det är sagt vilket det sista ordernumret på papper är.
backup-answer = Ange det sista ordernumret på papper
    .button = Ange ordernumret…
backup-answer-title = Det sista ordernumret på papper
backup-answer-words = Ordrar som skapades efter säkerhetskopian finns inte i den, men kan ha lämnat huset. Titta i pärmen, eller fråga ekonomiavdelningen vilken order den fick sist. Numreringen fortsätter efter den.
backup-answer-act = Spara svaret
backup-left-question = Vad hade lämnat huset efter säkerhetskopian?
backup-left-number = Det finns en order på papper
backup-left-nothing = Inget
backup-left-later = Jag vet inte än; inget kan fördelas eller bokföras förrän jag har svarat
backup-last-order = Det sista ordernumret på papper
backup-last-order-form = till exempel MIGV2026-0042

## Listan

backup-one = Säkerhetskopia
backup-none-yet = Inga säkerhetskopior ligger på platsen.
backup-file = Fil
backup-made-at = Gjord
backup-reason = Varför
backup-events = Händelser
backup-size = Storlek
backup-state = Läge
backup-opened-by = Öppnas med
backup-opened-by-words = Den öppnas med { $what }.
backup-state-whole = hel
backup-state-broken = skadad
backup-state-other = annan databas
backup-reason-asked = på begäran
backup-reason-closing = när databasen stängdes
backup-reason-daily = dagens kopia
backup-reason-before-migration = före ny version
backup-reason-before-restore = före inläsning av en kopia
backup-verify = Kontrollera säkerhetskopian
    .bar = kontrollera
    .button = Kontrollera
backup-verifying = Säkerhetskopian kontrolleras
backup-drill = Öva: läs in säkerhetskopian på prov och skriv ett protokoll
    .bar = öva
    .button = Öva…
backup-drilling = Säkerhetskopian läses in på prov
backup-drill-file = ovning-{ $day }.pdf
backup-drill-right = Övningen är gjord: kopian är hel och går att öppna. Protokollet är { $file }.
backup-drill-wrong = Övningen är gjord: KOPIAN ÄR SKADAD. Protokollet { $file } säger hur. Gör en ny kopia.
backup-restore = Läs tillbaka en säkerhetskopia i en ny fil
    .bar = läs tillbaka
    .button = Läs tillbaka…

## Vad som sågs

backup-whole = Säkerhetskopian är hel: sidor och signaturer, tabeller, behandlingshistorikens kedja, { $files } inlästa filer mot sina kontrollsummor och { $sums } summor stämmer.
backup-broken = Säkerhetskopian är skadad och kan inte läsas tillbaka. Ta en annan.
backup-fault-noted = Filen är inte den som antecknades när kopian gjordes.
backup-fault-sound = Filens sidor eller signaturer är skadade.
backup-fault-chain = Behandlingshistorikens kedja brister vid händelse { $event }.
backup-fault-beyond = Tabellen { $table } har rader efter behandlingshistorikens slut.
backup-fault-schema = { $name } är inte som programmet gjorde den.
backup-fault-row = Rad { $row } i tabellen { $table }: { $rule }.
backup-fault-rule = { $rule } (nr { $number })
backup-holds = I kopian
backup-last-event = Senaste händelse
backup-persons = Personer
backup-lists = Utbetalningslistor
backup-orders = Bokföringsordrar
backup-counted = { $count }, senast { $last }
backup-none = ingen
backup-differs = Skillnad mot den öppna databasen
backup-ahead-other = Kopian är av en annan databas än den som är öppen.
backup-ahead =
    { $count ->
        [0] Ingen: allt som finns i den öppna databasen finns i kopian.
        [one] En händelse har kommit efter kopian och finns inte i den.
       *[other] { $shown } händelser har kommit efter kopian och finns inte i den.
    }
backup-ahead-lists = Listor som ska läsas in igen: { $names }
backup-ahead-orders = Ordrar som inte finns i kopian: { $names }

## Läs tillbaka

restore-title = Läs tillbaka en säkerhetskopia
    .found = databas återställ backup
restore-place = Kopian läses alltid in i en ny fil. Databasen som är öppen ändras inte.
restore-step-choose = Välj kopia
restore-step-unlock = Lås upp
restore-step-contents = Innehåll och skillnad
restore-step-into = Ny fil och ordernummer
restore-step-done = Öppna
restore-choose-words = Ta den nyaste som är hel. En säkerhetskopia är flera filer med samma namn; de ska ligga i samma mapp.
restore-none-there = Inga säkerhetskopior ligger i mappen. Välj en annan mapp, eller kopians fil.
restore-folder = Välj mapp…
restore-file = Välj fil…
restore-next = Fortsätt
restore-into = Var den nya databasen ska ligga
restore-into-none = Ingen plats är vald
restore-into-words = På datorns egen disk, och aldrig över en fil som finns.
restore-has-order = Den senaste ordern i kopian är { $number }.
restore-read = Läs in i den nya filen
restore-reading = Säkerhetskopian läses in
restore-done = Säkerhetskopian är inläst i { $file }.
restore-open = Öppna den nya databasen
