### Inställningar.

## Gemensamt

set-save = Spara inställningarna
    .bar = spara
    .button = Spara
set-saved = Sparat
set-unsaved = Ändrat, inte sparat
set-unsaved-settings = Ändrade inställningar är inte sparade.
set-add = Lägg till
set-remove = Ta bort
set-yes = ja
set-close = Stäng
set-tables = Tabeller
set-template = Spara tabellen som mall
    .bar = mall
    .button = Spara som mall…
set-template-saved = Mallen ligger i { $path }
set-imported =
    { $lines ->
        [one] En rad inläst.
       *[other] { $lines } rader inlästa.
    }
set-not-imported =
    { $count ->
        [one] En anmärkning. Inget har ändrats.
       *[other] { $count } anmärkningar. Inget har ändrats.
    }

## Kommun

set-municipality = Kommun
    .found = övningsdatabas organisationsnummer
set-name = Namn
set-organisation-number = Organisationsnummer
set-training = Övningsdatabas
set-training-words = En övningsdatabas märks på varje sida och i varje utskrift.

## Bokföring

set-booking = Bokföring
    .found = Agresso SIE ekonomisystem fordran
set-booking-order = Bokföringsorder
set-number-prefix = Bokstäver före året i numret
set-signature = Signatur i filer
set-bank-booked = Banken redan bokförd: bankens fil bokför insättningen mot observationskontot
set-earlier = Perioder före räkenskapsåret
set-receivable = Fordringskonto
set-receivable-hint = tomt = fråga varje gång
set-receivable-name = Fordringskontots namn
set-agresso = Agresso
set-interface = Gränssnitt
set-voucher-type = Verifikationstyp
set-client = Klient
set-tax-code = Momskod
set-dimensions = Dimensioner i filerna
set-dimension-agresso = Agresso
set-dimension-sie = SIE
set-dimension-name = Namn
set-dimension-centre = Ansvar
set-dimension-activity = Verksamhet
set-dimension-counterpart = Motpart
set-counterparts = Motparternas namn
set-counterpart-code = Motpart
set-texts = Verifikationstexter
set-text-payment = Inbetalning
set-text-distribution = Fördelning
set-text-clawback = Återkrav
set-text-hint = { "{month}" } = månaden
set-replace = Byt ut tecken som filformatet saknar mot enkla tecken, i stället för att neka filen

## Konton

set-accounts = Konton
    .found = konto kontering kontoplan
set-accounts-words = Kontering per ersättning, bank och observationskonto. En ny tabell ersätter den gamla.
set-accounts-import = Läs in kontotabellen
    .bar = läs in
    .button = Läs in kontotabell…
    .file = kontering.csv
set-accounts-empty = Inga konton. Läs in kommunens kontotabell.
set-account-subject = Ersättning
set-account = Konto
set-account-name = Kontots namn
set-account-activity = Verksamhet
set-account-counterpart = Motpart
set-account-text = Text

## Fördelningsnyckel

set-key = Fördelningsnyckel
    .found = beslut andel procent nyckel
set-key-words = Andelar per ersättning enligt beslut. En ny nyckel gäller från sitt datum; äldre fördelningar ändras inte.
set-key-import = Läs in en fördelningsnyckel
    .bar = läs in
    .button = Läs in nyckel…
    .file = fordelningsnyckel.csv
set-key-empty = Ingen fördelningsnyckel. Läs in kommunens beslut som tabell.
set-key-target = Till
set-key-percent = Andel
set-key-takes = tar öret som blir över
set-key-valid = { $from } – { $until }
set-key-until-further = tills vidare
key-persons-board = nämnd
set-key-persons-board = personens nämnd
set-key-share = { $percent } % { $target }
set-key-shares = Fördelning
set-key-decision = Beslut
set-key-validity = Gäller
set-key-sum = Summa
set-key-whole = 100 %
set-key-without = utan nyckel
set-key-changed = ändrad
set-key-draft = Utkast
set-key-holds = Beslutat
set-key-begin = Ändra nyckeln i ett utkast
    .bar = ändra
    .button = Ändra i ett utkast
set-key-edit = Ändra ersättningens andelar
    .bar = ändra
set-key-add = Lägg till en ersättning i nyckeln
    .bar = lägg till
    .button = Lägg till ersättning
set-key-add-title = Ny ersättning i nyckeln
set-key-edit-title = Andelar för { $compensation }
set-key-line = Rad { $number }
set-key-line-add = Lägg till rad
set-key-line-remove = Ta bort rad { $number }
set-key-none-left = Utan rader fördelas inte ersättningen i utkastet.
set-key-lines-words = Utkastet sparas som det är, även när andelarna inte går ihop. Besluta går först när de gör det.
set-key-discard = Kasta utkastet
    .button = Kasta
set-key-discard-title = Kasta utkastet?
set-key-discard-words = Ändringarna i utkastet försvinner. Det som är beslutat ändras inte.
set-try = Prova utkastet på en månad
    .bar = prova
    .button = Prova på en månad
set-try-title = Prova på en månad
set-try-month = Fördelad månad
set-try-no-month = Ingen månad är fördelad
set-try-same = Nämnderna skulle ha fått detsamma.
set-try-differs =
    { $cells ->
        [one] En nämnd skulle ha fått ett annat belopp av en ersättning.
       *[other] { $cells } belopp skulle ha blivit andra.
    }
set-try-board = Nämnd
set-try-has = Har fått
set-try-gets = Skulle få
set-try-difference = Skillnad
set-try-stays = Det här skulle ligga kvar på observationskontot:
set-try-rows =
    { $rows ->
        [one] en rad, { $amount }
       *[other] { $rows } rader, { $amount }
    }
set-try-in = Månadens betalningar
set-try-was = Nämnderna har fått
set-try-would-be = Nämnderna skulle få
set-decide = Besluta om nyckeln
    .bar = besluta
    .button = Besluta
set-decide-title = Besluta om nyckeln
set-decide-about = Beslutet gäller { $compensations }.
set-decide-same = Utkastet fördelar som det redan är beslutat.
set-decide-number = Beslutets nummer
set-decide-from = Gäller från utbetalningsdag
set-decide-until = Till och med (tomt: tills vidare)
set-decide-whole = Beslutet gäller hela utkastet, även det som inte är ändrat
set-decide-words = Det som redan är fördelat ändras inte. Efteråt står det vilka ersättningar som får en annan nyckel och vilka som blir utan.
set-decided = Beslutet är infört.

## Perioder

set-periods = Perioder
    .found = stäng öppna bokslut månad
set-periods-words = En period är öppen tills någon stänger den. I en stängd period bokförs, numreras och återförs inget.
set-period = Period
set-period-days = Verifikationsdatum
set-period-state = Läge
set-period-changed = Senast ändrad
set-period-open = öppen
set-period-closed = stängd
set-period-closed-by = stängd av { $actor } { $at }
set-period-opened-by = öppnad av { $actor } { $at }
set-period-has-orders = har ordrar
set-period-change = Stäng eller öppna perioden
    .bar = stäng eller öppna
set-period-close-title = Stäng { $period }?
set-period-close-words = Inget bokförs, numreras eller återförs i perioden förrän den öppnas igen.
set-period-close-do = Stäng perioden
set-period-open-title = Öppna { $period }?
set-period-open-words = Perioden kan bokföras igen. Det sparas i behandlingshistoriken.
set-period-open-do = Öppna perioden

## Nämnder

set-boards = Nämnder
    .found = nämnd stadsdel ansvar
set-board-name = Nämndens namn
set-board-put = Spara nämnden
set-board-edit = Ändra nämndens namn
    .bar = ändra
set-boards-empty = Inga nämnder. Lägg till den första ovan.

## Läsår

set-numbers = Kommunens tal
set-numbers-words = Tal som kommunen får ersättning efter utan att den gäller någon person: fördelningstal, prognos över barn utan vårdnadshavare och iordningställda platser.
set-allocations = Fördelningstal
set-allocations-words = Ett tal för en period, den dag det beslutades eller höjdes. Höjs det läggs en ny rad till med det nya talet.
set-allocations-add = Lägg till ett fördelningstal
set-forecasts = Prognos över barn utan vårdnadshavare
set-forecasts-words = Migrationsverkets prognos för hela landet i februari, och kommunens andel av den i promille.
set-forecasts-add = Lägg till en prognos
set-places = Iordningställda platser
set-places-words = Platser på boende, med första och sista dag.
set-places-add = Lägg till platser
set-number-from = Från
set-number-until = Till och med
set-number-set_on = Beslutat
set-number-number = Antal
set-number-year = År
set-number-children = Barn i landet
set-number-share_per_mille = Andel, promille
set-number-row = { $list }, rad { $number }
set-number-remove = Ta bort rad { $number } ur { $list }
set-school = Läsår
set-school-words = Terminerna i kommunens skolor, med första och sista dag. Ersättning för skolgång räknas i perioder om fyra veckor, som måste börja under en termin.
set-terms-empty = Inga terminer angivna.
set-term = Termin { $number }
set-term-from = Från
set-term-until = Till och med
set-term-add = Lägg till en termin
    .bar = lägg till
    .button = Lägg till termin
set-term-remove = Ta bort termin { $number }
set-term-no-day = Skriv dagen som ÅÅÅÅ-MM-DD.

## Ersättningskoder

set-codes = Ersättningskoder
set-codes-import = Läs in en kodtabell
    .bar = läs in
    .button = Läs in kodtabell…
    .file = ersattningskoder.csv
set-codes-empty = Inga koder här.
set-codes-all = Alla
set-codes-unmapped = Okopplade
set-codes-example = Exempel
set-codes-published = Publicerade
set-codes-own = Egna
set-code = Kod
set-code-text = Klartext
set-code-clawback = Återkrav
set-code-person = Person
set-code-person-bound = Raden måste ange en person
set-code-from = Gäller från
set-code-until = Till och med
set-code-status = Ursprung
set-code-status-example = exempel
set-code-status-published = publicerad
set-code-status-own = egen
set-code-unmapped = ännu inte kopplad till någon ersättning
set-code-edit = Ändra koden
    .bar = ändra
set-code-add = Lägg till en kod
    .bar = lägg till
    .button = Lägg till kod
set-code-title = Koden { $code }
set-code-words = Det som skrivs här blir kommunens egen kod. Listor som väntade på koden prövas på nytt.

## Importprofiler

set-profiles = Importprofiler
    .found = import layout
set-profiles-words = En importprofil säger hur en fil läses: kolumner, datum, decimaltecken. Nya görs lättast när en okänd lista läses in.
set-profile-name = Namn
set-profile-kind = Läser
set-profile-kind-payment-list = utbetalningslista
set-profile-kind-register = register
set-profile-kind-costs = kostnader
set-profile-kind-school = skollistor
set-profile-version = Version
set-profile-new = Ny profil eller version
set-profile-write = Skriv en ny från den här
set-profile-toml = Profilen som TOML
set-profile-added = { $name } sparad som version { $version }

## Gränser

set-limits = Gränser
set-limits-words = Det största som läses in. Större filer nekas med storlek och gräns.
set-limit-file-mb = Fil, MB
set-limit-field-kb = Fält, kB
set-limit-xlsx-rows = Rader i XLSX
set-limit-xlsx-unpacked-mb = Uppackad XLSX, MB
set-limit-package-mb = Fil i en ansökans paket, MB

## Utseende

set-look = Utseende
    .found = färger mörkt ljust tema
look-theme = Färger
look-theme-system = Som datorn
look-theme-light = Ljust
look-theme-dark = Mörkt
look-density = Radhöjd
look-density-dense = Tät
look-density-airy = Luftig
look-accent = Kommunens färg
look-accent-unusable = Färgen ger för svag kontrast mot vitt. Välj en mörkare.
look-single-letters = Enstaka bokstäver är kommandon när en lista har fokus

## Behandlingshistorik

set-audit = Behandlingshistorik
    .found = logg händelser historik
set-audit-words = Varje händelse är kedjad till den förra och har en kontrollsumma över de rader den skrev, så att en ändring i efterhand syns.
set-verify = Kontrollera kedjan
    .bar = kontrollera kedjan
    .button = Kontrollera kedjan
set-chain-whole = Kedjan är hel: { $events } händelser, { $rows } rader som de skrevs
set-chain-broken = Kedjan är bruten vid händelse { $event }. Ta en kopia av databasen och kontakta den som sköter programmet.
set-readings-broken = Läsloggen är bruten vid läsning { $reading }. Ta en kopia av databasen och kontakta den som sköter programmet.
set-schema-broken = { $name } i databasens tabellform är inte som programmet har gjort den. Ta en kopia av databasen och kontakta den som sköter programmet.
set-signature-broken = Underskriften av händelse { $event } stämmer inte eller saknas. Ta en kopia av databasen och kontakta den som sköter programmet.
set-rows-broken = Rader som inte är som de skrevs: { $count }, den första är { $row } i tabellen { $table }. Ta en kopia av databasen och kontakta den som sköter programmet.
set-event = Nr
set-event-at = När
set-event-actor = Vem
set-event-action = Vad
set-event-object = Gäller

event-database-initialise = Databasen skapad
event-list-write = Lista sparad som Excel
event-user-add = Användare tillagd
event-user-end = Användare avslutad
event-user-password = Lösenord bytt
event-database-introduce-users = Databasen övertagen av två användare
event-user-ask-reset = Nytt lösenord begärt åt en användare
event-user-give-reset = Nytt lösenord gett åt en användare
event-user-end-reset = Begäran om nytt lösenord återtagen
event-user-sheet = Nytt återställningsblad gjort
event-user-recover = Användare inne igen med återställningskod
event-database-change-key = Databasens nyckel bytt
event-role-propose = Roll föreslagen
event-role-confirm = Roll bekräftad
event-role-end = Roll avslutad
event-attest-register-add = Attest införd i förteckningen
event-attest-register-end = Attest avslutad
event-log-sample = Urval draget ur läsloggen
event-log-note = Läsning bedömd
event-log-sign = Loggranskning signerad
event-settings-change = Inställningar ändrade
event-codes-change = Ersättningskoder ändrade
event-key-draft = Utkast till fördelningsnyckel ändrat
event-key-decide = Beslut om fördelningsnyckel infört
event-template-save = Mall sparad
event-period-change = Period öppnad eller stängd
event-key-import = Fördelningsnyckel inläst
event-accounts-import = Konton inlästa
event-profile-add = Importprofil sparad
event-register-import = Register inläst
event-decisions-read = Beslut lästa som utkast
event-decisions-decide = Val om rader i beslutsfilen
event-decisions-undo = Val om rader i beslutsfilen ångrat
event-decisions-discard = Utkast till beslut kastat
event-decisions-report = Lista över ej intagna beslut skriven
event-decisions-import = Beslut införda från fil
event-original-save = Originalfil sparad
event-original-save-register = Registrets originalfil sparad
event-register-read = Register läst som utkast
event-register-decide = Beslut om rader i registret
event-register-undo = Beslut om rader i registret ångrat
event-register-discard = Utkast till register kastat
event-register-report = Lista över ej intagna rader skriven
event-register-export = Register exporterat
event-register-take-proposals = Föreslagna personer tillagda
event-person-add = Person tillagd
event-person-facts = Uppgifter om person ändrade
event-person-lift-protection = Skydd av personuppgifter ändrat eller hävt
event-person-open-protected = Skyddad person öppnad
event-person-merge = Personer sammanslagna
event-person-split = Sammanslagen person delad
event-law-add-rate = Belopp tillagt i ersättningar och regler
event-law-withdraw-rate = Eget belopp taget tillbaka
event-law-check = Öppna belopp kontrollerade
event-law-year = Årets belopp kontrollerade
event-law-answer = Tolkningsfråga besvarad
event-expectation-report = Rader märkta som anmälda
event-expectation-print = Rapport över det som saknas skriven
event-expectation-write-off = Anmäld rad avskriven eller återtagen
event-expectation-fault = Känt fel antecknat eller avslutat
event-expectation-check-decisions = Beslutskoll genomgången
event-expectation-grant = Beslut inskrivet eller taget tillbaka
event-watch-mark = Bevakning markerad
event-person-save-view = Sparade vyer ändrade
event-person-board = Nämnd bytt
event-case-open = Ärende öppnat
event-case-move = Ärende flyttat
event-case-change = Ärende ändrat
event-case-attach = Handling inlagd
event-claim-create = Ansökan skapad
event-claim-add-lines = Rader lagda till en ansökan
event-claim-remove-line = Rad borttagen ur en ansökan
event-claim-note = Nummer eller e-tjänstens belopp antecknat på en ansökan
event-claim-attach = Underlag lagt till en ansökan
event-claim-detach = Underlag borttaget ur en ansökan
event-claim-pass = Anmärkning passerad med motivering
event-claim-send = Ansökan skickad till granskning
event-claim-return = Ansökan återlämnad
event-claim-return-lost = Förlorat krav tillbakalämnat
event-claim-approve = Ansökan godkänd
event-claim-withdraw = Ansökan återtagen
event-claim-submit = Ansökan inskickad, paketet låst
event-claim-package = Ansökans paket skrivet till en mapp
event-case-save-document = Handling sparad som fil
event-last-day-set = Sista dag angiven
event-claim-answer = Går inte att söka: besvarat eller återtaget
event-claim-lose = Förlorat: antecknat
event-claim-confirm-lost = Förlorat: bekräftat av en andra person
event-last-day-done = Sista dag klarmarkerad
event-cost-add = Kostnad inlagd
event-cost-correct = Kostnad rättad
event-cost-withdraw = Kostnad återtagen
event-costs-read = Kostnader inlästa
event-costs-decide = Rader med kostnader beslutade
event-costs-undo = Beslut om kostnader ångrat
event-costs-discard = Utkast med kostnader kastat
event-costs-report = Det som inte togs in av kostnader skrivet till fil
event-costs-import = Kostnader intagna från fil
event-original-save-costs = Fil med kostnader sparad som den kom
set-letters = Brev
set-letters-words = Vem som skriver till Migrationsverket. Det står överst i rapporten över det som saknas.
set-letters-contact = Kontakt
set-letters-contact-hint = namn eller funktion, telefon, e-post
set-letters-address = Adress
set-letters-address-hint = postadress
set-letters-reference = Vår referens
set-letters-reference-hint = till exempel diarienummer
event-school-read = Skollista inläst
event-school-decide = Rader i en skollista beslutade
event-school-undo = Beslut om en skollista ångrat
event-school-discard = Utkast till skollista kastat
event-school-report = Det som inte togs in av en skollista skrivet till fil
event-school-import = Skollista intagen
event-original-save-school = Skollista sparad som den kom
set-intake = Inlämning
set-intake-words = Till när enheterna ska lämna underlag, och vad var och en frågas om. Utan egen lista frågas en enhet om de ersättningar som fördelningsnyckeln ger den pengar för.
set-intake-inner-days = Inre frist, dagar efter periodens slut
set-intake-inner = Egna frister
set-intake-inner-hint = kod och dagar: EKB-VARD 30
set-intake-inner-wrong = Skriv en kod och ett antal dagar för varje ersättning, med komma mellan.
set-claims = Att söka
set-claims-words = Från vilken dag programmet letar efter det kommunen kan söka. Det som gäller tidigare dagar visas inte, eftersom det är sökt någon annanstans.
set-claims-since = Leta från och med
set-claims-since-hint = ÅÅÅÅ-MM-DD; tomt: allt som kan räknas ut
set-escalation-words = Vem som får veta när pengar närmar sig sin sista dag. Programmet skickar inget: texterna står under Att söka, Eskalera.
set-escalation = Steg { $number }
set-escalation-days = Dagar kvar
set-escalation-recipient = Får veta
set-escalation-add = Lägg till ett steg
set-escalation-remove = Ta bort steg { $number }
set-intake-warn-days = Röd när färre dagar återstår
set-intake-sender = Avsändare i påminnelser
set-intake-sender-hint = funktion och telefon
set-intake-recipient = Påminnelse skickas till
set-intake-recipient-hint = gärna en funktionsadress
set-intake-compensations = Frågas om
set-intake-compensations-hint = koder; tomt: efter nyckeln; "inga"
set-intake-none = inga
event-intake-open = Periodens rader i inlämningskollen skapade
event-intake-mark = Besked från enhet antecknat
event-intake-reminder = Påminnelse till enhet sparad som fil
event-payments-read = Lista inläst
event-payments-discard = Utkast kastat
event-payments-decide = Rader beslutade
event-payments-undo = Beslut ångrat
event-payments-doubles = Dubbletter funna
event-payments-commit = Lista intagen
event-payments-bank = Bankens belopp angivet
event-payments-release = Parkerad rad släppt
event-payments-reverse = Lista återförd
event-payments-protocol = Protokoll skrivet
event-match-run = Lista matchad
event-match-choose = Person vald
event-match-undo = Matchning ångrad
event-distribution-run = Månad fördelad
event-distribution-draft = Utkast till fördelning
event-distribution-take-back = Körning tagen tillbaka
event-distribution-correct = Fördelning rättad
event-suspense-print = Observationskontot utskrivet
event-distribution-statement = Fördelningsbesked skrivet
event-order-create = Bokföringsorder skapad
event-order-print = Bokföringsorder utskriven
event-order-return = Bokföringsorder tillbakalämnad
event-order-attest = Bokföringsorder attesterad
event-order-booked = Verifikationsnummer angivet
event-order-unbooked = Verifikationsnummer ångrat
event-order-reject = Bokföringsorder avvisad av ekonomisystemet
event-order-withdraw = Bokföringsorder återkallad
event-order-export = Bokföringsorder överförd
event-backup-make = Säkerhetskopia gjord
event-person-extract = Registerutdrag skrivet
event-exit-ask = Begärt att allt lämnas ut
event-exit-confirm = Bekräftat att allt lämnas ut
event-exit-return = Begäran om att allt lämnas ut tillbakalämnad
event-exit-write = Allt utlämnat i öppna format
event-backup-drill = Övning i att läsa in säkerhetskopia
event-database-restore = Säkerhetskopia inläst
event-database-restore-answer = Sista ordernumret efter säkerhetskopian angivet
event-settings-export = Inställningar skrivna till fil

set-backup = Säkerhetskopior
    .found = säkerhetskopia databas backup
set-backup-words = En säkerhetskopia är en hel databas för sig, krypterad som den öppna. Den kontrolleras innan en äldre tas bort.
set-backup-folder = Plats för säkerhetskopior
set-backup-folder-hint = hela sökvägen, gärna på en annan disk
set-backup-choose = Välj mapp…
set-backup-keep = Så många sparas
set-backup-old-after-days = Gammal efter dagar
set-backup-daily = Gör en när den senaste är ett dygn gammal
set-backup-at-close = Gör en när databasen stängs
set-backup-last = Den senaste säkerhetskopian
