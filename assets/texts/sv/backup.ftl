### Säkerhetskopior: fel, läge och protokoll.

error-database-empty = Filen är tom eller är ingen databas från det här programmet. Den öppnas inte som ny. Läs in en säkerhetskopia i en ny fil, eller välj en annan fil.
error-database-several-names = Databasen har flera namn (hårda länkar), och då kan ändringar hamna fel. Ta bort länkarna så att bara ett namn är kvar, eller kopiera filen till ett nytt namn när programmet är stängt.
error-copy-not-whole = Det som ligger på platsen är inte det som kopierades dit. Kontrollera disken eller nätverksenheten och försök igen; äldre kopior är kvar.
error-target-missing = Ange vart filen ska skrivas.
error-target-is-link = Målet är en länk till en annan fil. Ange filens eget namn.
error-target-is-device = Målet är ingen vanlig fil. Välj ett annat namn.
error-target-is-database = Målet är den öppna databasen, eller en fil som hör till den. Inget är skrivet. Välj ett annat namn.
error-target-is-backup = Målet är en säkerhetskopia. Inget är skrivet. Välj ett annat namn.
error-target-is-input = Målet är en av filerna som läses in. Inget är skrivet. Välj ett annat namn.
error-backup-no-place = Ingen plats för säkerhetskopior är vald. Välj en mapp under Inställningar, eller ange en med --to.
error-backup-place-gone = Platsen för säkerhetskopior går inte att nå. Anslut disken eller nätverksenheten, eller välj en annan mapp.
error-backup-not-sound = Kopian av databasen går inte att läsa hel, och är borttagen. Äldre kopior är kvar. Kontrollera databasen, och kontakta den som sköter programmet.
error-backup-not-whole = Säkerhetskopian är skadad, eller inte samma fil som när den gjordes. Inget är inläst. Välj en annan säkerhetskopia.
error-backup-is-open = Filen är den öppna databasen själv, ingen säkerhetskopia. Välj en säkerhetskopia.
error-backup-has-log = Filen är en databas vars senaste ändringar ligger i filen -wal bredvid. Öppna och stäng den i programmet först, eller välj en säkerhetskopia.
error-restore-log-there = Filen { $file } ligger redan här och hör till en annan databas; den skulle skada den nya. Flytta den, eller välj ett annat namn.
error-last-order-wrong = ”{ $text }” är inget ordernummer. Skriv det som på papperet, till exempel MIGV2026-0042, eller - om inget har lämnat huset efter kopian.
error-last-order-earlier = Säkerhetskopian har redan order { $number }. Leta fram det senaste ordernumret på papper; är det den, skriv den.
error-restoration-waits = Databasen är inläst från en säkerhetskopia. Ange först det sista ordernumret på papper, så att inget nummer används två gånger och inget bokförs två gånger.
error-nothing-restored = Ingen inläst säkerhetskopia väntar på svar.

setting-backup-folder = Plats för säkerhetskopior
setting-backup-keep = Antal säkerhetskopior som sparas
setting-backup-old-after-days = Dagar innan kopian räknas som gammal
setting-fault-whole-path = skriv hela sökvägen, från enheten
setting-fault-one-to-thousand = skriv ett helt tal från 1 till 1 000

backup-state-no-place = Ingen säkerhetskopia görs. Välj en plats under Inställningar.
backup-state-never = Ingen säkerhetskopia är gjord än. Gör en nu.
backup-state-today = Säkerhetskopian är mindre än ett dygn gammal.
backup-state-fresh = { $count ->
        [1] Säkerhetskopian är 1 dag gammal.
       *[other] Säkerhetskopian är { $count } dagar gammal.
    }
backup-state-old = { $count ->
        [1] Säkerhetskopian är 1 dag gammal. Gör en ny nu.
       *[other] Säkerhetskopian är { $count } dagar gammal. Gör en ny nu.
    }
backup-opened-by-passphrase = lösenfrasen som gällde { $day }, dagen då kopian gjordes, även om den har bytts sedan eller den som hade den har slutat
backup-opened-by-passphrase-of-its-day = lösenfrasen som gällde dagen då kopian gjordes, även om den har bytts sedan eller den som hade den har slutat
backup-opened-by-key-of-its-day = nyckeln i ATERSOK_KEY som gällde dagen då kopian gjordes
backup-opened-by-key = nyckeln i ATERSOK_KEY som gällde { $day }, dagen då kopian gjordes
restored-next = Öppna den nya databasen. Läs in de listor igen som har kommit efter kopian, och jämför mot bokföringsorderna på papper innan något förs över.
restored-next-answer = Öppna den nya databasen och ange det sista ordernumret på papper. Tills det är gjort kan inget fördelas.

check-rule-original = inläst fil stämmer inte med sin kontrollsumma
check-rule-booking-file = bokföringsfil stämmer inte med sin kontrollsumma
check-rule-document = handling stämmer inte med sin kontrollsumma
check-rule-list-rows = lista saknar rader
check-rule-list-sum = listans rader ger inte listans summa
check-rule-list-paid = listans betalningar i liggaren är inte listans rader
check-rule-list-gone = rader utan lista
check-rule-run-balance = fördelningens in är inte ut plus observationskonto
check-rule-run-rows = fördelningens rader ger inte fördelningens summa
check-rule-run-shares = andelarna i liggaren ger inte fördelningens summa
check-rule-order-sum = orderns konteringar ger inte orderns summa
check-rule-order-vouchers = order utan verifikationer
check-rule-voucher-balance = verifikation som inte går jämnt upp
check-row-changed = raden är inte som den skrevs
check-row-missing = raden skrevs och finns inte
check-row-unknown = raden finns utan att ha skrivits av programmet
check-row-damaged = kontrollsummor för rader kan inte läsas
check-rule-event-sum = händelsens summa är inte vad som skrevs

drill-title = Protokoll: övning i att läsa in säkerhetskopia
drill-result = Resultat
drill-right = stämmer
drill-wrong = STÄMMER INTE
drill-none = –
drill-held = Övningen gjord (UTC)
drill-by = Av
drill-file = Säkerhetskopia
drill-made = Kopian gjord (UTC)
drill-sha256 = SHA-256
drill-bytes = Storlek i byte
drill-pages = Filens sidor och signaturer
drill-schema = Tabeller och spärrar
drill-chain = Behandlingshistorikens kedja
drill-events = Händelser
drill-head = Kedjans sista kontrollsumma
drill-kept = { $count ->
        [1] 1 sparad fil mot sin kontrollsumma
       *[other] { $count } sparade filer mot sina kontrollsummor
    }
drill-sums = { $count } summor mot varandra
drill-last-list = Senaste lista i kopian
drill-last-order = Senaste order i kopian
drill-difference = Skillnad mot dagens databas
drill-behind = { $count ->
        [0] ingen
        [1] 1 händelse har kommit efter kopian
       *[other] { $count } händelser har kommit efter kopian
    }
drill-of-another = kopian är av en annan databas
