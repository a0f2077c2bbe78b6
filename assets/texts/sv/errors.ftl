### Felmeddelanden: vad som hände och vad man gör. Koderna står i docs/ERRORS.md.

## Databasen
error-database-in-use = Databasen är redan öppen i ett annat program. Stäng det och försök igen.
error-database-on-network-share = Databasen ligger på en nätverksenhet, där den kan skadas. Flytta den till datorns egen disk.
error-database-in-synced-folder = Databasen ligger i { $folder }, en mapp som ett annat program håller lika mellan datorer. Två kopior som båda har ändrats går aldrig att slå ihop. Flytta databasen till datorns egen disk; säkerhetskopior får ligga där.
error-database-in-roaming-profile = Databasen ligger i den del av profilen som följer med mellan datorer. Flytta den till datorns egen disk, till mappen Atersok under lokala programdata.
error-database-gone = Databasen finns inte längre där den låg: minnet är utdraget eller mappen flyttad. Sätt tillbaka det och öppna databasen igen. Det som var sparat är sparat.
error-database-wrong-key = Lösenfrasen eller nyckeln passar inte till databasen. Försök igen.
error-password-wrong = Lösenordet stämmer inte. Skriv ditt eget lösenord en gång till.
error-login-wrong = Namnet eller lösenordet stämmer inte. Försök igen; den som har glömt sitt lösenord kommer in med återställningskoden.
error-login-too-many-tries = Fel lösenord har angetts flera gånger. Försök igen om { $seconds } sekunder.
error-login-needed = Databasen har användare: logga in med namn och lösenord (--as i det huvudlösa programmet). Enbart nyckeln öppnar den inte.
error-login-no-users = Databasen har inga användare: en person arbetar i den. Öppna den med lösenfras eller nyckel, utan namn.
error-database-key-file-of-another = Lösenordet stämmer, men nyckelfilen hör till en annan databas eller är en gammal kopia. Lägg tillbaka den nyckelfil som hör till databasen.
error-database-no-key-file = Nyckelfilen saknas bredvid databasen. Lägg tillbaka filen som slutar på .key, eller ange nyckeln.
error-database-key-file-damaged = Nyckelfilen är skadad. Lägg tillbaka den från säkerhetskopian.
error-database-exists = Det finns redan en fil med det namnet. Välj ett annat namn, eller öppna databasen.
error-database-missing = Databasen finns inte. Skapa en ny, eller välj en annan fil.
error-database-newer = Databasen har gjorts av en nyare version av programmet: { $program }. Installera den versionen eller en senare; inget i databasen är ändrat.
error-database-older-schema = Databasen är gjord i en äldre form som den här versionen av programmet inte läser. Gör övningsdatabasen på nytt, i en ny fil.
error-database-migration-changed = Databasen stämmer inte med programmets version. Installera den version som skapade den.
error-database-library = Programmets databasdel är för gammal eller saknar kryptering. Installera om programmet.
error-database-damaged = Databasen har ett värde som inte kan stämma. Ta en kopia av filen och kontakta den som sköter programmet.
error-database-key-file-exists = Här ligger redan en nyckelfil (.key). Den hör till en annan databas, som kanske har flyttats, och utan den går den aldrig att öppna. Välj ett annat namn, eller flytta nyckelfilen till databasen den hör till.
error-target-is-folder = Målet är en mapp. Ange ett filnamn i mappen.
error-file-not-placed = Filen kunde inte sparas där du valde; den är kanske öppen i ett annat program. Det som gjordes är sparat i databasen. Stäng filen och skriv den igen, så blir det en kopia.
error-reversing-order = En order som tar tillbaka en annan kan inte återkallas: dess lista är redan återförd. Attestera och överför den.
error-bank-amount-booked = Bankbeloppet är redan bokfört av en bokföringsorder. Återför listan om beloppet är fel.
error-database-key-form = ATERSOK_KEY ska vara 64 hexadecimala siffror. Rätta den, eller ta bort den så frågas lösenfrasen efter.
error-passphrases-differ = De två lösenfraserna är olika. Kör kommandot igen.
error-database-corrupt = Databasfilen är skadad. Arbeta inte vidare i den: läs in den senaste säkerhetskopian i en ny fil, och spara den skadade åt den som sköter programmet.
error-database-fault = Databasen svarade med fel { $number }. Försök igen; kvarstår det, ta en kopia av filen och kontakta den som sköter programmet.
error-disk-full = Disken är full. Frigör plats och försök igen; inget har ändrats.
error-file-system = Filen kunde inte läsas eller skrivas. Kontrollera att mappen finns och att filen inte är öppen i ett annat program.
error-file-missing = Filen finns inte. Kontrollera sökvägen.
error-cancelled = Avbrutet. Inget har ändrats.
error-no-database = Ingen databas är öppen. Öppna eller skapa en först.
error-right-missing = Du har inte rätt att { $right }. Den som sköter behörigheter kan ge dig den rätten.
error-unknown-operation = Programmets delar är av olika version. Installera om programmet.
error-bad-request = Uppgifterna kunde inte tolkas ({ $reason }). Kontrollera dem och försök igen.
error-internal = Ett fel i programmet avbröt arbetet. Det som inte hann sparas helt är inte sparat. Starta om programmet, se efter hur det står och anmäl felet till den som sköter programmet.

## Rättigheter
right-enter = öppna databasen
right-see-work = se vad som väntar
right-see-persons = se personer
right-see-cases = se ärenden och bevakningar
right-see-payments = se inbetalningar och vad som förväntas
right-see-booking = se fördelningar och bokföringsorder
right-see-rules = se regler och inställningar
right-see-history = läsa behandlingshistoriken
right-handle-payments = hantera inbetalningar
right-handle-persons = registrera personer
right-lift-protection = ändra eller häva skydd
right-handle-cases = handlägga ärenden
right-distribute = fördela
right-prepare-booking = göra bokföringsorder
right-attest = attestera
right-administer = ändra regler och inställningar
right-other = göra det här
right-open-protected = öppna skyddade personer
right-manage-users = sköta användare, roller och attester
right-review-log = granska vem som har läst vad
right-leave = lämna ut allt som programmet har

## Användare, roller och attester
error-right-of-boards = Din roll gäller vissa nämnder, och det här visar eller ändrar mer än deras. Be en handläggare som har hela staden.
error-user-name = Ett namn att logga in med har bokstäver, siffror och tecknen . _ - @, högst { $most } tecken.
error-user-name-taken = Namnet finns redan, eller har funnits. Ett namn ges aldrig till någon annan: välj ett annat.
error-account-taken = Kontot i datorn hör till { $user }. En människa är en användare: avsluta den andra först.
error-no-such-user = Det finns ingen användare med det namnet. Se efter i listan över användare.
error-user-not-active = Användaren har slutat, eller har inte börjat. Be den som sköter användare.
error-last-administrator = Ingen skulle kunna sköta användare längre. Ge först någon annan rollen som administratör: en annan administratör bekräftar den eller, är du ensam kvar, återställningskoden i kuvertet.
error-held-reversed = Sista dagen ligger före den första. Rätta en av dem.
error-password-needed = Ange ditt lösenord en gång till: det du gör nu skrivs under med din egen nyckel.
error-unknown-role = Det finns ingen roll { $text }. Rollerna är handler, district-handler, attestant, administrator, auditor och service.
error-no-such-role = Det finns ingen sådan roll, eller den är avslutad. Se efter i listan över användare.
error-role-boards = Rollen som stadsdelens handläggare gäller bestämda nämnder: ange dem. Andra roller gäller hela staden: ange inga.
error-role-of-services = Ett program har rollen service och ingen annan, och en människa har aldrig den.
error-stand-in-wrong = En ersättare har en sista dag, och den som ersätts har själv rollen. Rätta och försök igen.
error-grant-own = Ingen ger sig själv en roll eller en attest. Be en annan administratör.
error-reset-alone = Du har själv begärt det nya lösenordet: en annan administratör ger det.
error-new-password-missing = Skriv det nya lösenordet, minst tolv tecken, som användaren får och byter vid nästa inloggning.
error-password-given = Ditt lösenord har du fått av { $by }. Byt det först: det du skriver under ska bara du kunna skriva under.
error-attest-of-giver = Den som har förberett har också gett dig ett nytt lösenord. En annan person attesterar.
error-has-users = Databasen har redan användare. Lägg till fler under Inställningar, Användare och attester.
error-recovery-code-wrong = Koden är inte den som står på det senaste bladet. Läs av bladet igen; streck, mellanslag och små bokstäver spelar ingen roll.
error-grant-alone = Du har själv föreslagit rollen: en annan administratör bekräftar den.
error-grant-alone-left = Du är den enda administratören som kan logga in, och en roll ges av två. Har den andra glömt sitt lösenord, så ge henne ett nytt med återställningskoden. Annars bekräftar du rollen med koden i kuvertet: den som förvarar det är den andra personen (role confirm --recovery).
error-no-attestant = Användaren har inte rollen attestant. Ge rollen först; två administratörer gör det tillsammans.
error-no-such-attest = Det finns ingen sådan attest i förteckningen.
error-unknown-act = Ange vad attesten gäller: booking-order, claim eller lost. { $text } är inget av dem.
error-attest-limit = Beloppsgränsen är ett belopp över noll. Utelämna den om attesten är utan gräns.
error-self-attest = Du har själv förberett det här. En annan person attesterar.
error-attest-not-covered = { $reason ->
    [none] Du har ingen attest i förteckningen. Be den som har.
    [kind] Din attest gäller annat än det här. Be den som har.
    [time] Din attest gäller inte i dag: den är avslutad eller har inte börjat. Be den som har.
    [board] Din attest gäller andra nämnder än det här rör. Be den som har.
   *[limit] Beloppet { $amount } kronor är över din attest, som går till { $limit } kronor. Be den som har.
    }
error-paper-hash = Skriv kontrollsumman som den står på papperet: siffror och bokstäverna a till f, minst { $least } tecken.
error-paper-signature = Skriv underskriften som den står på papperet: 128 siffror och bokstäver a till f. Lättast är att kopiera den ur filen.
error-nothing-waits = Inget med det numret väntar på attest. Läs listan på nytt.

## Loggranskning
error-log-sample-size = Ett urval har 1 till { $most } läsningar. Ange ett sådant antal.
error-log-sample-empty = Ingen läsning passar urvalet; dina egna är inte med. Vidga dagarna eller ta bort ett villkor.
error-review-own = Du granskar inte det du själv har läst. Be någon annan som får granska.
error-no-such-review = Det finns inget sådant urval. Läs listan över granskningar på nytt.
error-no-such-reading = Läsningen hör inte till urvalet. Läs urvalet på nytt.
error-review-signed = Urvalet är signerat och ändras inte mer. Dra ett nytt om något ska granskas igen.
error-review-unfinished = { $count ->
    [one] En läsning är inte bedömd. Bedöm den och signera sedan.
   *[other] { $count } läsningar är inte bedömda. Bedöm dem och signera sedan.
    }
error-verdict-unknown = En läsning är i sin ordning (in-order) eller ska frågas om (to-ask). { $text } är inget av dem.

## Filer
error-file-unreadable = Filen kunde inte läsas. Kontrollera att den finns och inte är öppen i ett annat program.
error-file-not-utf8 = Filen är ingen text i UTF-8: tecknet på rad { $line }, plats { $column }, går inte att läsa. Spara filen som UTF-8 och försök igen.
error-json-syntax = Filen är inte skriven som JSON ska vara: felet är på rad { $line }, tecken { $column }, eller strax före. Ofta är det ett komma, ett citattecken eller en klammer som saknas eller är för mycket, eller ett tal som är för stort, eller alltför många nivåer.
error-json-ends-early = Filen tar slut för tidigt, på rad { $line }. Något som har börjat är inte avslutat: kontrollera citattecken och klamrar.
error-json-key-twice = Namnet { $key } står två gånger i samma objekt. Ta bort det ena: det går inte att veta vilket som gäller.
error-file-is-directory = Det här är en mapp, ingen fil. Välj en fil i mappen.
error-file-empty = Filen är tom. Hämta listan på nytt.
error-file-too-large = Filen är { $bytes } byte, gränsen är { $limit }. Gränsen kan ändras under Inställningar.
error-file-nul-bytes = Filen har nolltecken på plats { $at } och är ingen text. Hämta listan på nytt.
error-file-is-no-file = Det här är ingen vanlig fil utan en enhet eller ett rör. Spara innehållet i en fil och läs in den.
error-file-container-unknown = { $found ->
        [html] Filen är en webbsida (HTML), vad den än heter. Är det en inloggningssida, så logga in och hämta listan på nytt. Är det en tabell, så öppna den i kalkylprogrammet och spara den som XLSX eller CSV.
        [xml] Filen är XML och ingen lista. Hämta listan som CSV eller XLSX.
        [excel-2003-xml] Filen är ett XML-kalkylblad från Excel 2003. Öppna den i kalkylprogrammet och spara den som XLSX eller CSV.
        [json] Filen är JSON, ofta ett felsvar från en webbtjänst. Logga in och hämta listan på nytt.
        [xls] Filen är en Excelfil av det gamla slaget (XLS). Öppna den i kalkylprogrammet och spara den som XLSX eller CSV.
        [xlsb] Filen är en binär Excelfil (XLSB). Öppna den i kalkylprogrammet och spara den som XLSX eller CSV.
        [encrypted] Excelfilen är krypterad med ett lösenord. Öppna den i kalkylprogrammet, ta bort lösenordet, spara den som XLSX och läs in den igen.
        [ods] Filen är ett kalkylblad från OpenOffice eller LibreOffice (ODS). Öppna den i kalkylprogrammet och spara den som XLSX eller CSV.
        [numbers] Filen är ett kalkylblad från Numbers. Exportera den som XLSX eller CSV och läs in den igen.
        [pdf] Filen är en PDF, som är till för att läsas av människor. Hämta listan som CSV eller XLSX.
        [document] Filen är ett textdokument eller en presentation. Spara tabellen som XLSX eller CSV och läs in den.
        [image] Filen är en bild. Hämta listan som CSV eller XLSX.
        [archive] Filen är ett packat arkiv (som ZIP) och inget kalkylblad. Packa upp det och läs in filen som ligger i det.
        [utf-32] Filen är text i UTF-32. Spara den som CSV UTF-8 och läs in den igen.
       *[other] Filen är varken text eller XLSX ({ $found }). Spara den som CSV eller XLSX och läs in den igen.
    }
error-file-letters-destroyed = Bokstäverna är förstörda redan på rad { $line }: å, ä och ö har blivit två andra tecken, så att rubrikerna inte känns igen. Hämta filen på nytt, och öppna den inte i något program innan den läses in här.
error-several-sheets-match = Flera blad har en sådan rubrikrad, men kolumnerna står olika: { $sheets }. Ställ kolumnerna lika, eller spara bladen som var sin fil, så att inget blad glöms.
error-file-damaged = XLSX-filen är skadad eller har lösenord. Öppna den i kalkylprogrammet, spara den på nytt och läs in den igen.
error-sheet-too-many-rows = Kalkylbladet har fler än { $limit } rader. Spara det som CSV, eller ändra gränsen under Inställningar.
error-sheet-unpacked-too-large = XLSX-filen blir större än { $limit } byte när den packas upp. Spara den som CSV, eller ändra gränsen under Inställningar.
error-header-not-recognised = Ingen importprofil känner igen rubrikraden. Beskriv layouten i mappningen och spara den som en ny profil.
error-several-profiles-match = Flera importprofiler passar: { $profiles }. Ange vilken som ska användas.
error-profile-not-suited = Profilen { $profile } passar inte filen; dessa kolumner saknas: { $missing }. Välj en annan profil.
error-header-name-twice = Rubriken { $name } står två gånger på rad { $line }. Döp om den ena kolumnen och läs in filen igen.
error-payment-date-not-given = Listan säger inte när pengarna betalades ut. Ange utbetalningsdagen.
error-file-changed-while-read = Filen ändrades medan den lästes. Vänta tills den är färdig och läs in den igen.
error-id-taken = Id:t { $id } står redan för något annat. Ge det nya ett eget id, eller lämna id tomt.
error-file-seen-before = Filen lästes in { $date }. Samma lista tas inte in två gånger; återför den först om den ska läsas in igen.
error-draft-open = Filen lästes in { $date } med en annan importprofil eller utbetalningsdag, och det utkastet är öppet. Kasta utkastet först om filen ska läsas på det nya sättet.
error-decisions-draft-open = Filen ligger som utkast sedan { $date }. Ta in utkastet, eller kasta det och läs in filen igen.
error-original-not-named = Ange vilken fil som ska sparas: antingen en lista eller ett utkast.
error-sum-too-large = Beloppen blir tillsammans större än någon lista kan vara. Kontrollera att rätt kolumn läses som belopp och att decimaltecknet stämmer.
error-profile-unknown = Det finns ingen importprofil som heter { $profile }.

## Regler
error-organisation-number = Organisationsnumret stämmer inte. Skriv det som NNNNNN-NNNN.
error-municipality-name = Kommunens namn saknas.
error-passphrase-short = Lösenfrasen måste ha minst tolv tecken.
error-unknown-setting = Det finns ingen inställning som heter { $name }.
error-setting-value = { $name } går inte: { $reason }.
error-no-such-list = Listan finns inte.
error-business-date-range = Arbetsdatum ska ligga mellan { $first } och { $last }. Rätta året.
error-person-id-is-number = Ett Person-id får inte innehålla ett personnummer, samordningsnummer eller dossiernummer: det visas också för den som är skyddad. Välj ett eget id, eller lämna fältet tomt så får personen nästa lediga.
error-no-such-row = Rad { $line } finns inte i listan.
error-view-name = Ge vyn ett namn på högst { $most } tecken.
error-mass-influx-days = Massflykten som börjar { $from } slutar innan den börjar. Rätta dagarna.
error-assignment-law = Det finns ingen sådan lag för anvisningar. Ange 2016:38, 2026:1326, 2 kap. 3 §, 2 kap. 4 § 1 eller 2 kap. 4 § 2.
error-school-terms = Läsåren går inte ihop vid terminen som börjar { $term }: en termin slutar efter att den börjat och före nästa. Rätta datumen.
error-no-such-person = Personen finns inte i registret.
error-no-such-distribution = Fördelningen finns inte.
error-draft-run-changed = Utkastet stämmer inte längre: nämnderna fick { $out_before } och skulle nu få { $out_now }, och på observationskontot låg { $suspense_before } mot { $suspense_now } nu. Gör ett nytt utkast och se vad som har ändrats, eller kasta det.
error-distribution-no-run = Bara en körning eller en rättelse kan tas tillbaka. En återförd lista läses in igen.
error-distribution-taken-back = Körningen är redan tagen tillbaka. Fördela månaden igen.
error-distribution-shared-again = Rader i körningen har fördelats igen, i { $month } körning { $run }. Ta tillbaka den först.
error-distribution-handed-over = Order { $order } är överförd, så körningen kan inte tas tillbaka. Gör en rättelse i stället.
error-nothing-to-correct = Inget i månaden är fördelat på annat sätt än det skulle vara nu.
error-correction-not-handed-over = Det som är fördelat till fel nämnd är inte överfört. Ta tillbaka körningen och fördela månaden igen, eller för över ordern först.
error-row-shared-rightly = Rad { $line } är fördelad som den skulle vara nu. Ta bort den ur valet.
error-row-not-handed-over = Rad { $line } är inte överförd. Ta tillbaka körningen i stället för att rätta raden.
error-correction-open = Rättelsen i { $month }, körning { $run }, gäller rader i listan och är inte överförd. För över den eller ta tillbaka den först.
error-no-such-order = Bokföringsordern finns inte.
error-no-such-posting = Konteringsraden finns inte.
error-list-not-draft = Listan är redan tagen in. Återför den om den är fel.
error-list-not-committed = Listan är inte tagen in. Granska den och ta in den först.
error-rows-undecided = { $rows } rader väntar på beslut: { $errors } fel och { $warnings } varningar. Rätta, parkera eller godta dem först.
error-errors-not-acceptable = Rad { $line } har ett fel, och fel kan inte godtas. Rätta eller parkera raden.
error-nothing-to-accept = Rad { $line } har ingen varning att godta.
error-correction-has-errors = Rad { $line } har fortfarande fel efter rättelsen. Se anmärkningen och rätta igen, eller parkera raden.
error-unknown-decision = Beslutet kunde inte tolkas: { $text }. Tillåtna är correct, park och accept.
error-unknown-field = Det finns inget fält { $text }. Skriv rubriken i filen, eller ett av namnen inom parentes: { $fields }.
error-nothing-to-undo = Det finns inget att ångra.
error-nothing-to-redo = Det finns inget att göra om.
error-cannot-undo = Det som gjordes sist går inte att ångra. { $reason }
error-difference-needs-reason = Listan och banken skiljer { $difference }. Skriv varför; skillnaden ligger kvar på observationskontot.
error-reason-missing = Skriv en orsak i ord.
error-row-distributed = Rad { $line } är redan fördelad. Ta tillbaka körningen om matchningen är fel, eller rätta den när den är överförd.
error-row-parked = Rad { $line } är parkerad. Rätta den först.
error-row-not-matched = Rad { $line } är inte matchad med någon person. Välj personen först.
error-row-matched = Rad { $line } är redan matchad. Ångra matchningen först.
error-person-id-taken = Person-id { $person } finns redan. Välj ett annat.
error-several-persons = { $count } personer passar. Sök på ett nummer i stället.
error-person-may-be-there =
    { $count ->
        [one] Det finns redan en person med samma namn, som kan vara född samma dag. Jämför, och bekräfta om det är någon annan. Ingenting är ändrat.
       *[other] Det finns redan { $count } personer med samma namn, som kan vara födda samma dag. Jämför, och bekräfta om det är någon annan. Ingenting är ändrat.
    }
error-person-without-identity = En person behöver ett namn eller ett nummer.
error-number-taken = Numret hör redan till en annan person. Sök fram personen i stället.
error-number-wrong = Numret i fältet { $field } stämmer inte{ $sign ->
        [none] .
       *[other] : tecknet { $sign } hör inte till siffrorna.
    } Jämför med beslutet.
error-no-such-board = Det finns ingen nämnd med ansvar { $cost_centre }. Lägg till den under Inställningar.
error-table-faults = Tabellen har { $count } fel. Rätta dem och läs in den igen; inget har ändrats.
error-key-fault = Nyckeln för { $compensation } går inte ihop: { $fault }. Rätta den; inget har ändrats.
error-decision-number-missing = Ange beslutets nummer.
error-key-leaves-without = Beslutet skulle lämna { $compensations } utan nyckel. Sätt andelar för dem i utkastet, eller ta inte med dem i beslutet.
error-nothing-decided = Utkastet fördelar som det redan är beslutat. Ändra en andel, eller ange vilka ersättningar beslutet gäller.
error-key-decision-overlaps = Beslut { $number } gäller redan { $compensation } från { $from }, och de två överlappar. Ge det nya beslutet ett eget nummer.
error-no-key-draft = Det finns inget utkast till nyckel. Börja ett, eller ange en fil att pröva.
error-percent-wrong = Andelen { $text } är inget tal. Skriv den som 33,3333.
error-voucher-date-outside-period = Verifikationsdatum { $date } ligger utanför period { $period }. Ange ett verifikationsdatum från { $from } till { $until }, eller välj den period som datumet ligger i.
error-period-closed = Period { $period } är stängd. Välj en öppen period, eller öppna den under Inställningar, Perioder.
error-no-thirteenth-period = Kommunen har ingen period 13. Välj en annan period än { $period }, eller tillåt period 13 under Inställningar, Bokföring.
error-period-wrong = { $text } är ingen period. Skriv år och månad, som 2026-10; året ska ligga mellan 2000 och 2199.
error-no-receivable-account = Det finns inget konto för fordringen. Ange fordringskontot under Inställningar, Bokföring.
error-receivable-not-met = Ordern har inget för { $compensation } som gäller ett tidigare år. Ta bort ersättningen från fordringarna.
error-booked-order-unknown = Det finns ingen bokföringsorder { $order }. Kontrollera numret.
error-booked-other-client = Verifikationen är från klient { $client }. Ordern är gjord för klient { $own }. Ange ett nummer från klient { $own }.
error-booked-voucher-unknown = Order { $order } har ingen verifikation { $voucher }. Ange en från 1 till { $most }.
error-booked-not-handed-over = Order { $order } är inte överförd till ekonomisystemet. För över den först.
error-booked-sum-differs = Beloppet är { $stated }, men verifikationen är på { $debit }. Jämför med ekonomisystemet.
error-booked-number-used = Verifikationsnummer { $number } har redan order { $order }, verifikation { $voucher }. Rätta numret, eller ångra det på den andra verifikationen.
error-booked-already = Order { $order }, verifikation { $voucher }, har redan nummer { $number }. Ångra det först om det är fel.
error-booked-day-not-come = Bokföringsdagen { $day } ligger i framtiden. Rätta dagen.
error-booked-before-voucher-date = Bokföringsdagen { $day } ligger före verifikationsdatum { $date }. Rätta dagen.
error-voucher-number-missing = Ange verifikationens nummer.
error-voucher-not-booked = Order { $order }, verifikation { $voucher }, har inget nummer att ångra.
error-voucher-has-number = Order { $order } är redan bokförd: verifikation { $voucher } har nummer { $number }. Ångra numret först om ordern har avvisats.
error-reversing-handed-over = Ordern är återförd av { $order }, som är överförd. Avvisa den ordern först.
error-unknown-compensation = Det finns ingen ersättning med koden { $compensation }.
error-profile-faults = Importprofilen har fel: { $faults }. Rätta dem och försök igen.
error-no-account = Dessa ersättningar saknar konto: { $compensations }. Lägg till dem under Inställningar, Konton.
error-no-observation-account = Observationskontot saknas. Lägg till det under Inställningar, Konton.
error-no-bank-account = Bankkontot saknas. Lägg till det under Inställningar, Konton.
error-before-fiscal-year = { $amounts } belopp, tillsammans { $amount }, gäller perioder som slutade före { $year }. Ange ett fordringskonto under Inställningar, eller välj att boka dem som årets intäkter.
error-nothing-to-book = Allt i fördelningen är redan bokfört.
error-bank-amount-missing = Bankens belopp saknas för { $file }. Ange det först.
error-order-state = Bokföringsordern är { $state }, så steget går inte att göra.
error-export-texts = Filen kunde inte göras: { $texts }
error-target-folder-missing = Mappen finns inte. Välj en annan.
error-no-shares = Ansvar { $cost_centre } har inget i den här fördelningen.
error-facts-contradict = { $kind } gäller två saker samtidigt från { $from }. Avsluta den ena uppgiften dagen innan den andra börjar.
error-cost-negative = Värdet är mindre än noll. Skriv kostnader, avgifter och antal utan minustecken.
error-number-zero = Talet ska vara minst 1.
error-calculation-part = Underlaget har en del som heter { $part }, och den finns inte. Delarna heter { $parts }.
error-calculation-form = Här ska det stå { $form }. FACTS.md visar hur, med exempel.
calculation-form-facts = en lista med uppgifter, eller ett objekt med delar
calculation-form-object = ett objekt med fält
calculation-form-list = en lista
calculation-form-day = en dag inom citattecken, skriven ÅÅÅÅ-MM-DD
calculation-form-text = en text inom citattecken
calculation-form-truth = true eller false
calculation-form-number = ett tal
calculation-form-whole-number = ett heltal utan citattecken
error-calculation-field = Det finns inget fält { $field } här. Fälten heter { $fields }.
error-calculation-field-missing = Fältet { $field } saknas. Fyll i det.
error-calculation-no-birth = Här står tidigare födelsedatum, och det här är en annan uppgift. Flytta den till facts.
error-costs-too-many = Underlaget har fler än { $most } kostnader. Dela upp det på flera, till exempel år för år.
error-given-twice = Samma sak står redan på { $first }. Ta bort den ena.
error-days-shared = Dagarna är delvis samma som på { $other }. Rätta dagarna, eller slå ihop de två.
error-number-size = Talet ska vara mellan { $least } och { $most }. Kontrollera det.
error-case-unknown = Välj vilket fall beloppet gäller: { $cases }.
error-rate-value = Skriv beloppet som ett tal utan ord, till exempel 165 000 eller 17,45.
error-source-missing = Skriv var beloppet står: förordningens nummer och en adress, så att andra kan kontrollera det.
error-rate-interval = Det finns redan ett belopp som börjar den dagen eller har en senare sista dag. Är det ert eget, ta tillbaka det först; annars börja dagen efter dess sista dag.
error-rate-repealed = Bestämmelsen gällde till och med { $until } och ingen senare lydelse har följt. Ett nytt belopp skulle aldrig användas.
error-rate-past-wording = Beloppet börjar under en lydelse som gällde till och med { $until }. Den ändras inte i efterhand: börja tidigast dagen efter.
error-rate-gap = Dagarna { $from }–{ $until } skulle bli utan belopp. Börja dagen efter det senaste beloppets sista dag.
error-checked-later = { $day } har inte kommit än. Skriv den dag då beloppet jämfördes med källan.
error-day-in-file = Filen säger själv vilken dag det är. Rätta dagen på raderna i stället.
error-day-not-come = Den dagen har inte kommit än. Välj dagens datum eller en dag som har varit.
error-no-such-reported-row = Raden finns inte bland det som är anmält. Se numret i listan över anmälda rader.
error-nothing-that-day = Det finns inget belopp med den perioden. Skriv periodens första dag så som den står i listan.
error-nothing-missing = Inget nytt saknas: det som saknas är redan anmält eller hålls tillbaka.
error-rate-unlikely = Beloppet { $new } är minst tio gånger större eller mindre än det gamla, { $old }. Kontrollera decimaltecknet, eller ange att beloppet stämmer.
error-year-wrong = Skriv ett år från { $first } till { $last }.
error-year-nothing = Inget belopp är ifyllt eller märkt. Fyll i nya belopp, eller märk dem som fortfarande gäller.
error-year-no-value = Det finns inget belopp som kan fortsätta gälla. Skriv årets belopp, eller kontrollera om det redan är inlagt.
error-effect-of-nothing = Ange antingen dagen då något ändras eller beloppen som ska prövas.
error-no-rows-chosen = Ingen rad är vald. Märk raderna först.
error-no-such-decision-row = Raden finns inte i månadens beslutskoll. Visa beslutskollen på nytt.
error-report-there-is-one = Rapporten är redan sparad, som det såg ut { $day }. Skriv ut den igen under Anmält, eller spara resten som en ny rapport.
error-no-such-report = Rapporten finns inte. Välj en som står under Anmält.
error-row-reported = Raden är redan anmäld, { $day }. Ta bort den ur urvalet; rapporten från den dagen kan skrivas ut igen.
error-row-not-missing = Raden saknas inte längre: pengarna har kommit, eller så väntas de inte. Ta bort den ur urvalet och visa rapporten på nytt.
error-row-held-back = Raden hålls tillbaka av ett känt fel. Avsluta felet först om den ska anmälas.
error-no-such-fault = Felet finns inte, eller är redan avslutat.
error-grant-there-is-one = Samma beslut är redan inlagt. Är det ett nytt beslut, kontrollera beslutsdagen; är det gamla fel, ta tillbaka det först.
error-grant-needs-person = Ersättningen gäller en person. Ange vem beslutet gäller.
error-no-such-grant = Beslutet finns inte, eller är redan återtaget.
error-no-such-watch = Bevakningen finns inte längre: en ny uppgift har besvarat den, eller dagen ligger för långt bort.
error-no-such-rate = Det egna beloppet finns inte, eller är redan återtaget.
error-question-unknown = Det finns ingen öppen fråga med det namnet.
error-answer-unknown = Frågan har inget sådant svar. Välj ett av dem som står under frågan.
error-claimed-days-wrong = Skriv perioden som 2026Q2, 2025 eller 2026-01-01/2026-03-31.
error-reception-needed = Sista dagen räknas från det första mottagandet. Ange dagen då personen togs emot.
error-period-outside-rule = Regeln gäller inte den perioden: { $day } är dess gräns. Kontrollera perioden.
error-period-too-long = Perioden är längre än en ansökan får avse. Dela den.
error-period-before-reception = Perioden börjar före mottagandet. Kontrollera båda dagarna.
error-no-last-day-rule = Ersättningen söks inte, eller har ingen sista dag i förordningen.
error-served-before-decided = Beslutet fattades { $decided }, och kan inte ha kommit före det. Rätta en av dagarna.
error-no-such-last-day = Den sista dagen finns inte i listan.
error-last-day-there-is-one = Ersättningen har redan en sista dag för den perioden och enheten: { $last_day }. Ändra den i stället.
error-last-day-before-period = Sista dagen ligger före periodens första dag { $from }. Kontrollera dagen och perioden.
error-claim-period-wrong = { $text } är varken ett kvartal eller ett år. Skriv kvartalet som 2026Q2, året som 2026 eller andra dagar som 2026-07-01/2027-06-30.
error-intake-period-wrong = { $text } är varken ett kvartal, ett år eller tolv månader. Skriv 2026Q3, 2026 eller 2026-07-01/2027-06-30.
error-intake-period-ahead = Perioden börjar först { $from }. Skapa raderna när den har börjat.
error-intake-state-unknown = Det finns inget läge { $text }. Välj waiting, received, nothing-to-claim, in-claim eller submitted.
error-intake-teller-missing = Skriv vem som har lämnat beskedet.
error-intake-told-ahead = Dagen ligger i framtiden. Skriv dagen då beskedet kom.
error-intake-nothing-to-claim = Enheten har sagt att den inte har något att söka. Markera först att underlag har kommit.
error-intake-claimed = Raden ingår i en ansökan. Ta tillbaka den till att underlag har kommit, innan det står att inget finns att söka.
error-intake-rows-many = Högst { $most } rader kan markeras på en gång. Dela upp dem.
error-intake-nothing-missing = Ingen rad väntar på underlag från { $unit }. Det finns inget att påminna om.
error-intake-compensation-twice = { $compensation } har fått en egen frist två gånger. Ta bort den ena.
error-intake-days = Skriv ett antal dagar från 0 till { $most }.
error-intake-unit-twice = Enheten { $unit } står två gånger. Ta bort den ena raden.
error-day-wrong = { $text } är ingen dag. Skriv dagen som ÅÅÅÅ-MM-DD, till exempel 2026-11-20; året ligger mellan 1900 och 2200.
error-day-far = Dagen { $day } ligger mer än trettio år från i dag. Kontrollera årtalet.
error-period-unlikely = Perioden { $from } till { $until } är längre än tre år eller ligger flera år från beslutet. Kontrollera årtalen.
error-span-too-long = Från { $from } till { $until } är mer än tio år. Kontrollera årtalen.
error-amount-size = Beloppet ska vara mellan { $least } och { $largest } kronor. Kontrollera det.
error-invisible-text = Texten har ett tecken som inte syns. Skriv om den för hand.
error-text-hidden = "{ protected-person }" står i stället för det som är dolt och sparas inte. Skriv det som ska stå i fältet, eller öppna personen med skäl och börja om.
error-too-many-typed = Så många rader sparas inte medan du skriver: högst { $most } celler. Spara dem som en fil, och läs in den.
error-text-too-long = Texten är för lång. Högst { $longest } tecken får plats.
error-no-such-case = Ärendet finns inte. Kontrollera numret.
error-case-move = Ett ärende som är { $from } kan inte bli { $to }. Välj ett av de steg som visas.
error-case-closed = Ärendet är avslutat och ändras inte mer. Öppna ett nytt ärende i stället.
error-case-dues-open =
    { $count ->
        [one] En bevakning är inte klar. Klarmarkera den innan ärendet avslutas.
       *[other] { $count } bevakningar är inte klara. Klarmarkera dem innan ärendet avslutas.
    }
error-officer-missing = Ärendet behöver en handläggare. Skriv vem som ansvarar.
error-due-words-missing = Skriv vad som ska vara gjort den dagen.
error-no-such-due = Bevakningen finns inte i ärendet.
error-no-such-document = Handlingen finns inte.
error-document-empty = Filen är tom (0 byte). Hämta handlingen på nytt och välj den igen.
error-document-too-large = Filen är större än { $largest_mb } MB. Spara handlingen mindre, till exempel som PDF utan bilder, eller dela den.
error-document-runs = Filen är av ett slag som kan köra kod, och sådana tas inte emot. Spara handlingen som PDF eller bild och välj den.
error-document-there-already = Samma fil finns redan i ärendet.
error-no-such-claim = Ansökan finns inte. Kontrollera numret.
error-no-such-claim-line = Raden finns inte i ansökan.
error-not-on-application = { $compensation } söks inte: den betalas utan ansökan eller av någon annan. Välj en ersättning som kommunen söker.
error-claim-period-unfit = En ansökan om den här ersättningen omfattar { $rule }. Skriv en sådan period.
error-claim-changed = Ansökan har ändrats sedan den visades: { $changes } Läs igenom den som den är nu och gör om det som fortfarande ska göras.
error-claim-step = En ansökan som är { $from } kan inte bli { $to }. Välj ett av de steg som visas.
error-claim-not-open = Ansökan är { $state }, och då ändras inte rader och underlag. Lämna tillbaka den först om något ska rättas.
error-claim-blocked =
    { $count ->
        [one] En anmärkning stoppar ansökan. Rätta den, eller passera den med en motivering där det går.
       *[other] { $count } anmärkningar stoppar ansökan. Rätta dem, eller passera dem med en motivering där det går.
    }
error-claim-amount-needed = Lagen ger inget belopp för de dagarna och kostnaderna. Rätta personens uppgifter eller välj kostnader, eller skriv beloppet själv.
error-claim-line-days = Radens sista dag ligger före den första.
error-cost-in-other-line = Kostnaden söks redan i { $claim }. En kostnad kan bara sökas en gång: ta bort den där först.
error-cost-of-another = Kostnaden hör till en annan person eller en annan ersättning.
error-cost-not-standing = Kostnaden har rättats eller dragits tillbaka. Välj den som gäller nu.
error-difference-needs-words = E-tjänstens belopp är ett annat än radens. Skriv varför.
error-no-such-claim-finding = Det finns ingen sådan anmärkning att passera.
error-unknown-evidence = { $text } är inget underlag som programmet känner. Välj ett ur listan.
error-document-encrypted = Filen är låst med lösenord, och då kan Migrationsverket inte läsa den. Spara den utan lösenord och välj den igen.
error-evidence-there-already = Samma fil finns redan som det underlaget i ansökan.
error-receipt-missing = Skriv kvittensnumret från e-tjänsten, eller vad som visar att ansökan skickades.
error-receipt-used = Kvittensen står redan på { $claim }. Kontrollera numret: varje ansökan har sin egen.
error-moment-wrong = { $text } är ingen tidpunkt. Skriv dag och klockslag, till exempel 2026-11-20 10:15.
error-moment-ahead = { $text } ligger efter dagens datum. Skriv tidpunkten som står på kvittensen.
error-no-such-draft = Utkastet finns inte.
error-draft-taken-in = Registret är redan inläst. Läs in filen igen för att ändra något.
error-export-protected = Registret har skyddade personer, { $count } stycken. Välj att skriva dem utan namn och nummer, eller avstå från exporten.
error-nothing-proposed = Rad { $line } föreslår ingen ny person: den är matchad, eller dess nummer hör till någon. Matcha den för hand.
error-sample-size = Så stort går inte exemplet att göra: det behöver minst två rader för varje avvikelse, 20 personer från fyra avvikelser på, och med --expected mellan 1 och 28 månader och högst en avvikelse på fyra personer. Begär fler personer eller färre avvikelser.

## Inställningar som kan nekas: namnet på skärmen, och vad som krävs
setting-booking-number-prefix = { set-number-prefix }
setting-booking-interface = { set-interface }
setting-booking-voucher-type = { set-voucher-type }
setting-booking-client = { set-client }
setting-screen-accent = { look-accent }
setting-fault-text = skriv högst 200 tecken på en rad
setting-fault-minutes = ange 1 till 60 minuter
setting-fault-colour = skriv färgen som #rrggbb
setting-fault-length = skriv ett till femton tecken
error-no-such-candidate = Det finns inget att söka för personen av den ersättningen och perioden, eller så är det redan sökt. Se listan Att söka.
error-candidate-without-cost = För { $person } är kostnaden inte registrerad, så det finns inget belopp att söka. Skriv in kostnaden under Kostnader först.
error-nothing-fits-claim = Inget som kan sökas passar ansökans ersättning, period och enhet. Se listan Att söka, eller skriv en rad för hand.
error-no-such-answer = Svaret finns inte, eller är redan återtaget.
error-escalation-days = Skriv ett antal dagar från 1 till { $most }.
error-escalation-twice = Två steg har { $days } dagar. Ta bort det ena eller ändra dagarna.
error-still-claimable = Det går fortfarande att söka till och med { $last_day }. Inget är förlorat än.
error-own-loss = Den som har skrivit att något är förlorat kan inte också bekräfta det. Låt en annan person bekräfta.
error-loss-confirmed = Förlusten är bekräftad av två personer och står kvar i förlustrapporten.

## Det som lämnar programmet
error-exit-needs-nobody = Databasen är en persons, och ingen annan behöver bekräfta. Skriv ut allt direkt, med ett skäl.
error-exit-asked-already = Någon har redan begärt att allt ska lämnas ut. Begäran väntar under Att attestera: låt någon bekräfta den eller lämna tillbaka den först.
error-exit-not-confirmed = Ingen har bekräftat att allt får lämnas ut. Begär det med ett skäl, och låt någon annan som får öppna skyddade personer bekräfta det under Att attestera.
error-exit-folder-not-empty = I mappen ligger något redan. Välj en mapp som inte finns, eller en som är tom: inget av det som ligger där rörs.
error-exit-unreadable = { $file } kan inte läsas tillbaka: filen saknas, är inte skriven av programmet eller är skriven av en annan version. Använd mappen som den skrevs, och den version som skrev den.

## Övningskommunen
error-training-beside-real = En annan databas är öppen. Stäng den först, och välj sedan Öva med ett påhittat år.
error-training-own-door = Det här är övningskommunen. Den öppnas med Öva med ett påhittat år och aldrig som en kommuns egen databas.
error-training-file = Filen hör till övningen och är påhittad. Läs in den i övningskommunen; här ska bara kommunens egna filer in.
error-training-not-here = Säkerhetskopian är av en övningsdatabas och läses inte in där kommunens egen databas ligger. Läs in den i en annan fil.
