### Hjälpen (F1): några meningar per sida. En tom rad börjar ett nytt stycke.

help-label = Hjälp
help-close = Stäng

help-start =
    Här syns var pengarna är: utbetalt, fördelat, överfört och bokfört, och vad som skiljer leden åt.

    Kedjan gäller det som betalades ut i år. Det som inte är bokfört från tidigare år står bredvid, och räknas med när rutan ”med tidigare år” är kryssad.

    Under kedjan står de listor som väntar på något. Enter öppnar steget som listan väntar på.

help-payments =
    En utbetalningslista går från Läs in till Överför. Varje steg sparas, så det går att stänga programmet när som helst och fortsätta där man var.

    I Granska rättas, parkeras eller godtas rader med anmärkning. Inget blir en betalning förrän listan tas in. I Matcha får varje rad sin person; rader utan person stannar på observationskontot.

help-distribution-months =
    Varje månad fördelas en gång. Det som matchas senare fördelas i en tilläggskörning, och det som återförs i en återföring. Läget säger om en körning är utkast, låst, överförd eller tillbakatagen.

    Ctrl Enter fördelar månaden som är vald och låser körningen. U räknar den som utkast, som låses först när ni har sett det. Enter öppnar en körning eller ett utkast.

    Siffran vid Fel nämnd säger hur många rader som är fördelade efter uppgifter som inte längre gäller.

help-distribution-draft =
    Utkastet visar vad en körning skulle ge nu, bredvid förra månaden. Det håller inga rader: ändras något går det inte att låsa, och då görs ett nytt.

    Ctrl Enter låser utkastet. K kastar det; inget var låst.

help-distribution-wrong =
    Här står rader vars nämnd, person eller återkrävda betalning har ändrats sedan de fördelades, med vad nämnderna har och vad de skulle ha.

    Mellanslag markerar en rad och A alla som en rättelse kan ordna. Ctrl Enter gör rättelsen: den flyttar bara skillnaden och får en egen bokföringsorder.

    Är körningen inte överförd tas den i stället tillbaka, och månaden fördelas igen. K går till körningen.

help-distribution-suspense =
    Observationskontot visar allt som har kommit och inte är överfört, med ålder, vem det ligger hos och vad som ska göras. Saldot är summan av raderna, på öret.

    Välj en dag för att se kontot som det stod då, till exempel ett månadsskifte. G går dit det som ska göras görs, och Ctrl P skriver ut kontot som PDF för avstämningen.

help-distribution-run =
    Överst står att det som kom in är lika med det som gick ut och det som ligger kvar på observationskontot. Rutorna visar vad varje nämnd får av varje ersättning; en ring betyder att rutan rymmer ett öre från avrundning.

    Den valda rutan förklaras under tabellen, rad för rad. Därifrån leder länkar till raden i listan och till dess spår.

    Fördelningsbesked skrivs för alla nämnder eller för en. När fördelningen stämmer skapas bokföringsordern.

    J visar månaden bredvid den förra. T tar tillbaka körningen så länge inget av den är överfört: ni får se vad som händer innan, och vilka utskrivna besked som är ogiltiga efteråt.

help-claims =
    En ansökan samlar det kommunen söker hos Migrationsverket för en ersättning och en period. Överst står hur mycket som ligger i varje läge.

    N skapar en ansökan. Perioden är den som sista dagen räknas från: ett kvartal, två kvartal, ett kalenderår eller tolv månader. Röda dagar har passerat eller är nära.

help-claim =
    N lägger till en rad: dagar och belopp räknas ur personens uppgifter och kostnaderna om de lämnas tomma. Granskningen säger vad som stoppar ansökan, och vad som går att passera med en motivering.

    E-tjänsten fylls i för hand: 1, 2, 3 och 4 kopierar radens nummer, dagar och belopp. E skriver vad e-tjänsten räknade, med en förklaring om det skiljer.

    Ctrl Enter är nästa steg: till granskning, godkänn, skriv in kvittensen. Då låses det som skickades, byte för byte. Alt P skriver paketet till en mapp.

help-orders =
    En bokföringsorder är underlaget till ekonomisystemet. Den skapas från en fördelning, attesteras och överförs som fil.

    Ett nummer används aldrig igen, och en överförd order ändras aldrig. Fel rättas genom att listan återförs; då görs en order som tar tillbaka den första.

help-order =
    Enter på en konteringsrad visar var den kommer ifrån: rader i fil, personer och pengarnas händelser.

    Ordern attesteras och överförs sedan i det format som ekonomisystemet läser. Samma fil kan skrivas igen och blir en kopia; ett annat format ger en varning.

    Bokförd (Ctrl Enter) tar emot nummer och bokföringsdag för varje verifikation. Ett block ur ekonomisystemet kan klistras in, eller läsas in från en fil. Ordern är bokförd när alla verifikationer har nummer; ett fel nummer ångras med skäl.

    Avvisad är för en fil som ekonomisystemet nekade. Skriv dess egna ord, och gör sedan en ny order från fördelningen.

help-row-trace =
    Spåret visar allt som en rad i en utbetalningslista har blivit: pengarnas händelser i den ordning de skrevs, och konteringsrader i bokföringsorder.

help-persons =
    Skriv ett namn, början av ett nummer, en nämnd, ett distrikt eller ett ärendenummer; listan följer med. Pil ned går till listan och Enter öppnar personen.

    Nämnd, rättslig grund och ålder begränsar listan. Alt S sparar urvalet som vy; Alt 1 till Alt 9 tar fram en vy och Alt 0 visar alla.

    En familj läggs till i ett svep: Alt N öppnar formuläret. Ctrl Enter i formuläret lägger till personen och öppnar nästa i samma hushåll.

    Registret läses in från fil med Ctrl O, eller genom att filen dras hit. Inget ändras i personkretsen förrän raderna är granskade och tas in.

help-register-read =
    Filen läses till ett utkast. Passar flera importprofiler väljer du en; är layouten ny beskriver du den en gång, och nästa fil känns igen.

help-register-mapping =
    Välj vad varje kolumn är. Det räcker med dem som behövs; resten läses inte. Profilen sparas och används av sig själv nästa gång.

help-register-draft =
    Varje rad med anmärkning rättas, parkeras eller godtas. N eller F8 går till nästa, F2 till fältet som är fel. Efter ett beslut går markeringen till nästa rad som är kvar.

    Det som står i filen ligger kvar bredvid det rättade. Parkerade rader tas inte in; de kan sparas i en lista, rättas där och läsas in igen.

    Ctrl Enter tar in registret i ett steg när inget är kvar att avgöra. Allt eller inget ändras.

help-decisions-read =
    Filen läses till ett utkast. Passar flera importprofiler väljer du en; är layouten ny beskriver du den en gång, och nästa fil känns igen. Utbetalningslistornas profiler går också.

help-decisions-mapping =
    Välj vad varje kolumn är. Kod, period och belopp behövs, och vem beslutet gäller; resten läses inte. Profilen sparas och används av sig själv nästa gång.

help-decisions-draft =
    Varje rad med anmärkning rättas, parkeras eller godtas. N eller F8 går till nästa, F2 till fältet som är fel. Ett beslut som redan är inskrivet, eller som står två gånger i filen, godtas och skrivs in en gång.

    Det som står i filen ligger kvar bredvid det rättade. Parkerade rader tas inte in; de kan sparas i en lista, rättas där och läsas in igen.

    Ctrl Enter tar in besluten i ett steg när inget är kvar att avgöra.

help-proposals =
    Personer som utbetalningslistan nämner och registret saknar. Blanksteg markerar. De som läggs till får sina rader matchade. Säger raderna olika om namn eller nummer är personen inte markerad från början.

help-person =
    Varje uppgift har dagar: när den gäller och sedan när den är känd. En uppgift skrivs aldrig över; den rättas, avslutas eller tas tillbaka av en ny, och den gamla finns kvar.

    Reglaget under tidslinjen visar personen så som vi kände den en viss dag. D går till fältet där dagen kan skrivas. Där bilden skiljer sig står den som en smal stapel under den nuvarande, och rutan säger då och nu.

    Personnumret är dolt tills det visas, och döljs igen efter en kvart.

help-duplicates =
    Personer med samma nummer, eller samma namn och födelsedatum, jämförs sida vid sida; andra två söks fram med namn, nummer eller Person-id. Den som slås samman behåller sitt id och alla sina uppgifter, och kan delas igen från personens sida.

help-restore =
    En säkerhetskopia läses alltid in i en ny fil. Välj kopian, skriv lösenfrasen från dagen då den gjordes, se vad den innehåller och vad den öppna databasen har som den saknar, och välj var den nya filen ska ligga.

    Ordrar som skapades efter kopian kan ha lämnat huset. Ange det sista ordernumret på papper, så att inget nummer används två gånger. Vet du det inte än frågar startsidan efter det, och inget kan fördelas eller bokföras under tiden.

help-settings-nyckel =
    Varje beslut gäller de ersättningar det nämner. Överst läses en nyckel in från en fil, eller sparas som mall för Excel.

    E börjar ett utkast av det som gäller. Enter ändrar andelarna för en ersättning, N lägger till en. Summan är 100 % eller säger vad som är fel.

    P provar utkastet på en fördelad månad och visar skillnaden för varje nämnd. Ctrl Enter inför beslutet med nummer och första dag.

help-settings-perioder =
    Enter stänger perioden, eller öppnar den igen. Det står vem som gjorde det och när.

    Period 13 finns när den är tillåten under Bokföring.

help-log-review =
    Varje rad är något som någon har läst. I bedömer raden som i sin ordning och går till nästa. F antecknar vad som ska frågas. Enter öppnar personens sida.

    Ctrl Enter signerar när alla rader är bedömda. Du granskar aldrig det du själv har läst.

help-log-extract =
    Överst står det som har lästs om just den här personen, underst utskrifter och utdrag av många, som kan ha rymt personen.

help-settings-loggranskning =
    N drar ett urval: slumpvis ur hela loggen, eller om en person, en nämnd, skyddade personer, nätter och helger eller en användare. Enter öppnar urvalet.

help-settings =
    Det som är märkt exempel följer med programmet och ska ersättas med kommunens eget innan det används på riktigt.

    Tabeller läses in från CSV. Är något fel i tabellen ändras inget, och varje fel står med rad och kolumn.

help-costs =
    Här står det kommunen har haft för kostnader, utan moms. Listan börjar med det som inte söks i någon ansökan; välj alla kostnader för att se resten.

    N lägger in en kostnad, R rättar den valda och X tar tillbaka den. Det som skrevs först står kvar, med vem och varför. En kostnad för flera delas lika, eller som du skriver.

    Ctrl+O läser in en fil från ekonomisystemet eller en enhet.

help-school =
    Här står eleverna i kvartalet med sina fyraveckorsperioder: när de börjar, vad de ger enligt förordningen, och vad e-tjänsten har räknat på raden i ansökan. Välj det som skiljer för att se vad som ska förklaras.

    Ctrl+O läser in en skollista för det kvartal och från den enhet som är vald. Enter går till personen.

help-school-read =
    Filen läses till ett utkast. Passar flera importprofiler väljer du en. Har skolan en annan layout lägger du först till en importprofil under Inställningar.

help-school-draft =
    Kolumnen Blir säger vad raden gör med registret. Varje rad med anmärkning rättas, parkeras eller godtas. N eller F8 går till nästa, F2 till fältet som är fel.

    Sist står de som fanns i förra listan men saknas i den här. Har eleven slutat skriver du sista dagen. Godta om eleven går kvar, eller parkera raden medan du frågar skolan: då frågas det igen nästa gång.

help-costs-read =
    Filen läses till ett utkast. Passar flera importprofiler väljer du en. Är layouten ny lägger du först till en importprofil under Inställningar.

help-costs-draft =
    Varje rad med anmärkning rättas, parkeras eller godtas. N eller F8 går till nästa, F2 till fältet som är fel. Rader med samma verifikation är delar av en kostnad. En kostnad som redan finns godtas och läggs inte in en gång till.

    Parkerade rader tas inte in; de kan sparas i en lista, rättas där och läsas in igen.
