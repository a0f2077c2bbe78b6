### Lagen: ersättningar, belopp, vem som har rätt, hur det räknas och varför.

law-outside-statutes = Beslut: { $ground }
law-ordinance = Förordning { $ordinance }
law-section = Förordning { $ordinance }, { $section }
law-hole = belopp saknas
law-value-since = från { $from }: { $value }
law-value-between = { $from } till { $until }: { $value }
law-value-kronor = { $value } kr
law-value-percent = { $value } %
law-value-years = { $value } år
law-age-years = { $age } år
law-age-limit = åldersgränsen
law-case-from = från { $age }
law-case-below = under { $age }
law-case-between = från { $from } men under { $below }

law-item-adult-single = ensamstående vuxen
law-item-adult-sharing = vuxen i delat hushåll
law-item-cost = efter kostnadens dag
law-item-social-assistance = ekonomiskt bistånd
law-item-food = mat första dygnet
law-item-clothes = kläder
law-item-home = basutrustning
law-item-home-first = basutrustning, första personen
law-item-home-further = basutrustning, varje ytterligare familjemedlem
law-item-foster-home = familjehem
law-item-residential-care = HVB
law-item-interpreter = tolk
law-item-health-care = hälso- och sjukvård
law-item-lss = insatser enligt LSS
law-item-special-grant = särskilt bidrag
law-item-burial = begravning
law-item-rent = hyra
law-item-education = utbildning

law-ask-without-application = Betalas utan ansökan
law-ask-municipality = Kommunen ansöker
law-ask-region = Regionens ersättning
law-ask-nobody = Utan ansökan

law-state-checked = Kontrollerat
law-state-not-checked = Behöver kontrolleras
law-state-hole = Belopp saknas
law-state-not-in-force = Gäller inte den dagen
law-state-no-values = Faktisk kostnad
law-state-ended = Upphörd

law-not-computed-ended = Ersättningen avser tid före 2022. Koden och beloppen finns för äldre listor och återkrav, men inget räknas.
law-not-computed-by-hand = Regeringen fördelar bidraget med egna beslut. Det räknas inte här utan skrivs in för hand.
law-not-computed-region = Ersättningen går till regionen och räknas inte här. Koden finns för att rader i listor ska kännas igen.
law-not-computed-reference = Det här är ett belopp som andra ersättningar räknas från, och ger ingenting självt.

law-unit-person = per person
law-unit-person-day = per person och dygn
law-unit-pupil-year = per elev och år
law-unit-municipality-year = per kommun och år
law-unit-forecast-child = per barn i prognosen
law-unit-allocated-person = per person i fördelningstalet
law-unit-place = per plats
law-unit-place-day = per plats och dygn
law-unit-examination = per undersökning
law-unit-person-quarter = per person och kvartal
law-unit-percent-of-price-base = av prisbasbeloppet
law-unit-percent-of-cost = av kostnaden
law-unit-threshold = gräns under tolv månader
law-unit-cap = högst
law-unit-reference = referensbelopp
law-unit-years = åldersgräns
law-unit-actual-cost = faktisk kostnad

law-counting-instalments = I nio delbelopp under två år: 10 procent, 20 procent och sju gånger 10 procent. Har personen flyttat hit i tid lämnas ytterligare 10 procent.
law-counting-percent-of-price-base = En procentsats av prisbasbeloppet, en gång, i hela kronor.
law-counting-days = Ett belopp för varje dygn som villkoren är uppfyllda.
law-counting-four-week-periods = En tiondel av årsbeloppet för varje påbörjad fyraveckorsperiod som börjar under en termin, högst tio om året.
law-counting-actual-cost = Den faktiska kostnaden för de dygn som villkoren är uppfyllda; där det finns en dygnsschablon bara det som överstiger den.
law-counting-percent-minus-fee = En procentsats av kostnaden, minus personens egen avgift.
law-counting-threshold = Den faktiska kostnaden, om kostnaderna under tolv månader når gränsen. Tolk räknas inte in i gränsen och betalas bara tillsammans med vård.
law-counting-capped = Den faktiska kostnaden, men högst ett tak.
law-counting-once = Ett belopp en gång.
law-counting-yearly = Samma belopp till varje kommun och år.
law-counting-forecast = Ett belopp för varje barn i kommunens andel av prognosen.
law-counting-allocation = Ett belopp för varje person i fördelningstalet: det första talet och varje senare höjning.
law-counting-places = Ett belopp för varje plats som har ställts i ordning.
law-counting-place-days = Ett belopp för varje plats och dygn.
law-counting-vacant-days = Hyran för de dygn då bostaden stod tom, till och med dagen före mottagandet.
law-counting-none = Räknas inte i programmet.

law-whose-first-receiving = Den kommun som först tog emot personen har rätt till beloppet.
law-whose-registered = Den kommun där personen är folkbokförd vid brytdagen har rätt till beloppet.
law-whose-assigned = Den anvisade kommunen har rätt till beloppet; utan anvisning den kommun där personen bor.
law-whose-assigned-if-confirmed = Den anvisade kommunen har rätt till beloppet om den har bekräftat ansvaret vid 18 år, annars folkbokföringskommunen.
law-whose-schooling = Den kommun som ger utbildningen har rätt till beloppet.
law-whose-settled = Den kommun som personen är anvisad till för bosättning har rätt till beloppet.
law-whose-home = Hemkommunen (29 kap. 6 § skollagen) har rätt till beloppet: folkbokföringskommunen, annars den där personen vistas.
law-whose-payer = Den kommun som har haft kostnaden har rätt till beloppet.

law-payment-month-after = Betalas sista bankdagen i månaden efter.
law-payment-quarter-plus-one = Betalas inom en månad efter kvartalet.
law-payment-quarter-plus-two = Betalas inom två månader efter kvartalet.
law-payment-quarter-plus-three = Betalas inom tre månader efter kvartalet.
law-payment-january = Betalas i januari.
law-payment-end-of-march = Betalas före utgången av mars.
law-payment-month-after-reception = Betalas i slutet av månaden efter mottagandet.
law-payment-on-application = Betalas efter ansökan.

law-last-day-six-months-after-quarter = Ansökan ska ha kommit in inom sex månader från kvartalets slut.
law-last-day-one-year-after-quarter = Ansökan ska ha kommit in inom ett år från kvartalets slut.
law-last-day-one-year-after-year = Ansökan ska ha kommit in inom ett år från kalenderårets slut, den första inom tre år från mottagandet.
law-last-day-one-year-after-twelve-months = Ansökan ska ha kommit in inom ett år från tolvmånadersperiodens slut, den första inom tre år från mottagandet.
law-last-day-one-year-after-reception = Ansökan ska ha kommit in inom ett år från mottagandet.
law-last-day-one-year-after-period = Ansökan ska ha kommit in inom ett år från periodens slut.
law-received-in-time = Det som räknas är dagen då ansökan når Migrationsverket. Kommunen bär risken om försändelsen försenas eller kommer bort. Spara e-tjänstens kvitto.

law-appeal-yes = Beslut kan överklagas inom tre veckor.
law-appeal-no = Beslut kan inte överklagas.
law-appeal-none = Det fattas inga beslut.

law-evidence-assignment-decision = Anvisningsbeslut
law-evidence-assistance-decision = Beslut om bistånd
law-evidence-care-decision = Beslut om vård
law-evidence-care-need = Underlag om vårdbehovet under perioden
law-evidence-cost = Underlag för kostnaden
law-evidence-cost-per-day = Underlag för kostnaden per dygn
law-evidence-enrolment = Uppgift om skolgången: form, från och till
law-evidence-fee = Uppgift om personens avgift
law-evidence-guardianship-ruling = Tingsrättens beslut om vårdnaden (första gången)
law-evidence-inhibition-decision = Beslut om inhibition
law-evidence-independent-school-grant = Beslut om bidrag till den fristående skolan
law-evidence-introductory-programme = Uppgift om introduktionsprogrammet
law-evidence-medical-certificate = Läkarintyg
law-evidence-move-in = Uppgift om när personen togs emot och flyttade in
law-evidence-placement-decision = Beslut om placering
law-evidence-programme-decision = Arbetsförmedlingens beslut om etableringsprogrammet
law-evidence-receipts = Kvitton
law-evidence-rent = Hyresavi eller hyreskontrakt
law-evidence-service-decision = Beslut om insatsen
law-evidence-special-need = Underlag om det särskilda behovet
law-evidence-special-support = Underlag om det särskilda stödet
law-evidence-vacancy-report = Anmälan av den lediga bostaden

law-refusal-unknown-code = Det finns ingen ersättning med den koden.
law-refusal-nothing-for-that-reception = Ersättningens belopp gäller andra mottagandedagar.
law-refusal-nothing-under-that-law = Den som är anvisad enligt den lagen, eller inte är anvisad, ger inte den ersättningen.
law-refusal-no-values = Ersättningen har inget belopp: den faktiska kostnaden gäller.
law-refusal-not-in-force = Inget belopp gäller den dagen. Det första gäller från { $first } och det senaste gäller än.
law-refusal-not-in-force-ended = Inget belopp gäller den dagen. Det första gäller från { $first }, det sista till och med { $last }.
law-refusal-hole = Ingen källa ger beloppet från { $from }. Lägg till det under Ersättningar och regler när du har läst det i en källa.
law-refusal-hole-ended = Ingen källa ger beloppet { $from }–{ $until }. Lägg till det under Ersättningar och regler när du har läst det i en källa.
law-refusal-not-set-yet = Beloppet bestäms för varje år och är känt till och med { $last }. Lägg till det nya under Ersättningar och regler när det har beslutats.
law-refusal-not-checked = Beloppet jämfördes senast med källan { $checked } och gäller som kontrollerat till och med { $until }. Jämför det på nytt under Ersättningar och regler.
law-refusal-needs-birth-date = Beloppet beror på åldern. Ange födelsedatum.
law-refusal-needs-assignment-law = Värdet beror på vilken lag anvisningen grundas på. Ange lagen, till exempel 2016:38 eller 2026:1326.
law-refusal-needs-reception = Beloppet beror på när personen togs emot. Ange dagen.
law-refusal-needs-item = Beloppet beror på vad det gäller. Ange en av { $items }.
law-refusal-not-born = Personen är född efter den dagen.
law-refusal-nothing-at-that-age = Vid { $years } år ges ingenting.

law-unmet-ground = Ingen rättslig grund som ersättningen gäller är inlagd för de dagarna.
law-unmet-age = Personen har inte den ålder som ersättningen gäller.
law-unmet-unaccompanied = Personens uppgift om ensamkommande stämmer inte med ersättningens villkor. Kontrollera uppgiften.
law-unmet-placement = Det finns ingen placering eller vård av det slag som ersättningen gäller.
law-unmet-care-begun = Vården började inte före den ålder som krävs.
law-unmet-housing = Boendet är inte av det slag som ersättningen gäller.
law-unmet-registration = Folkbokföringen stämmer inte med villkoren: ersättningen kräver att personen är folkbokförd, eller motsatsen.
law-unmet-assignment = Anvisningen stämmer inte med villkoren: det saknas ett anvisningsbeslut, eller det finns redan ett.
law-unmet-study-grant = Studiehjälpen stämmer inte med villkoren.
law-unmet-schooling = Det finns ingen skolgång av det slag som ersättningen gäller.
law-unmet-guardian = Det finns ingen särskilt förordnad vårdnadshavare som var familjehemmet.
law-unmet-parent-registered = En förälder är folkbokförd i Sverige.
law-unmet-reception = Inget mottagande som ersättningen gäller är inlagt. Kontrollera mottagandets dag och boende.
law-unmet-not-here = Personen är avliden, eller bekräftat utomlands.
law-unmet-municipality = Det framgår inte vilken kommun som har rätt till beloppet. Ange kommunen.
law-unmet-not-in-force = Reglerna gäller andra dagar.
law-unmet-no-birth-date = Födelsedatum saknas, och beloppet beror på åldern.
law-unmet-first-housing = Det framgår inte att personen var anvisad till sitt första boende, eller ordnade det på egen hand. Ange boende i uppgiften om mottagande.
law-unmet-coverage = Mottagandelagen omfattade inte personen på de dagarna, eller omfattade ännu den som ersättningen gäller först efteråt.
law-unmet-still-covered = Mottagandelagen omfattar ännu personen, så det finns ingen mottagandedag. Lägg in tillstånd och folkbokföringsbeslut när de har kommit.
law-unmet-before-reception = Kostnaden ligger före mottagandet, och rätten börjar den dagen.
law-unmet-hiding = Personen håller sig undan verkställighet, och då betalas inget.
law-unmet-inhibition = Ingen inhibition enligt 12 kap. 16 e § första stycket eller 17 a § första stycket är inlagd för de dagarna.
law-unmet-support = Inget stöd i boendet på grund av ålderdom, sjukdom eller funktionsnedsättning är inlagt för de dagarna.
law-unmet-protected-housing = Inget skyddat boende är inlagt för de dagarna.
law-unmet-burial-aid = Inget bistånd till begravningen är inlagt.
law-unmet-mass-influx = Det har inte bedömts vara massflykt på de dagarna. Dagarna anges i inställningarna (national.mass_influx).
law-unmet-in-care = Personen var placerad i vård, och då ersätts kostnaden på annat sätt.
law-unmet-before-first-day = Allt ligger före 2022. Programmet räknar från och med den 1 januari 2022.
law-unmet-other-municipality = Beloppet tillhör en annan kommun än den som frågar.
law-unmet-no-municipality-named = Ange vilken kommun talen gäller.
law-unmet-no-cost = Det finns ingen kostnad på de dagar som ersätts. Lägg till en kostnad, eller kontrollera dess dagar.
law-unmet-below-lump-sum = Kostnaden överstiger inte dygnsschablonen, som redan betalas.
law-unmet-below-threshold = Kostnaderna under tolv månader når inte gränsen.
law-unmet-outside-term = Ingen fyraveckorsperiod börjar under en termin. Kontrollera skolans dagar och terminerna i inställningarna.
law-unmet-periods-used = Perioderna är redan beviljade, eller året har sina tio.
law-unmet-nothing-to-count = Det saknas ett tal att räkna på. Lägg till år, prognos, fördelningstal eller platser.
law-nothing-given = Underlaget ger inget belopp. Kontrollera dagarna, som ska ligga tidigast 2022, och att kommunen är en som uppgifterna nämner.

law-step-fact = { $kind } ({ $days })
law-step-fact-said = { $kind }: { $said } ({ $days })
law-step-rate = { $value } { $unit }, gäller { $days }. Kontrollerat { $checked }.
law-step-rate-acts = { $value } { $unit }, gäller { $days }. SFS { $acts }, kontrollerat { $checked }.
law-step-rate-unverified = { $value } { $unit }, gäller { $days }. Ej kontrollerat mot källan: { $note }
law-step-rate-own = { $value } { $unit }, gäller { $days }. Kommunens eget belopp, kontrollerat { $checked }.
law-step-rate-estimated = { $value } { $unit }, gällde { $days }. Uppskattat: ingen har kontrollerat beloppet för den dagen.
law-step-open = Öppen fråga, { $section }: { $question } Här: { $answer }
law-step-percent-of = { $percent } % av { $of }
law-step-at-most = det minsta av { $numbers }
law-step-at-least = det största av { $numbers }
law-step-amount = Beloppet är { $amount }
law-rounding-whole-kronor = { $before } avrundas till hela kronor: { $after }
law-rounding-whole-ore = { $before } avrundas till hela ören: { $after }
law-rounding-nearest = { $before } avrundas till närmaste hela tal: { $after }
law-rounding-down = { $before } avrundas nedåt till { $after }

law-rule-entitled = Villkoren i { $section } är uppfyllda { $from }–{ $until }.
law-rule-received = Först mottagen { $day } i { $municipality }.
law-rule-received-by-registration = Inget mottagande är angivet; den första folkbokföringen { $day } i { $municipality } räknas (6 §).
law-rule-instalment = Delbelopp { $number } av 9: { $percent } procent för { $from }–{ $until }.
law-rule-registered-at-cut-off = Folkbokförd i { $municipality } på brytdagen { $day }.
law-rule-moved-here = Flyttade hit { $day } från { $from }, inom gränsen { $limit }: 10 procent till (14 §).
law-rule-moved-here-early = Flyttade hit { $day } från { $from }: 10 procent till (13 §).
law-rule-moved-here-late = Flyttade hit { $day }, efter gränsen { $limit }: inget tillägg (14 §).
law-rule-age = { $years } år den { $day }.
law-rule-four-week-periods = { $count ->
    [one] En påbörjad fyraveckorsperiod
   *[other] { $count } påbörjade fyraveckorsperioder
}, med början { $starts }. Tidigare räknade i år: { $before }.
law-rule-period-granted = Perioden från { $day } räknas inte: den har redan beviljats { $municipality }.
law-rule-ten-periods = Perioden från { $day } räknas inte: årets tio perioder är räknade.
law-rule-cost = Kostnad { $from }–{ $until }: { $days ->
    [one] ett dygn
   *[other] { $days } dygn
} räknas ({ $place }).
law-rule-cost-item = Kostnad { $from }–{ $until }, { $item }: { $days ->
    [one] ett dygn
   *[other] { $days } dygn
} räknas ({ $place }).
law-rule-cost-not-paid = { $item } ersätts inte ({ $place }).
law-rule-lump-sum = Dygnsschablonen { $code } räknas av för { $from }–{ $until }.
law-rule-threshold-reached = Kostnaderna under { $from }–{ $until } når gränsen.
law-rule-outside-threshold = { $item } räknas inte in i gränsen, men betalas tillsammans med { $with }.
law-rule-outside-threshold-alone = { $item } räknas inte in i gränsen och betalas inte, eftersom det inte finns någon kostnad för { $with }.
law-rule-halved-from-third-child = Från och med det tredje barnet halveras beloppet.
law-rule-once = Ges en gång, den { $day }.
law-rule-number = Kommunens eget tal från { $day } ({ $place }).

law-question-instalment-year = Vilket års belopp tar ett delbelopp?
law-answer-instalment-year-payment = det som gäller när delbeloppet betalas.
law-answer-instalment-year-reception = det som gällde vid mottagandet.
law-question-late-move = Till vilken dag ger en flytt tillägget?
law-answer-late-move-same-day = samma dag i månaden, 18 månader efter mottagandet.
law-answer-late-move-month-end = sista dagen i den artonde månaden.
law-question-price-base-year = Vilket års prisbasbelopp gäller när mottagandet och betalningen ligger i olika år?
law-answer-price-base-year-reception = mottagandets år.
law-answer-price-base-year-payment = betalningens år.
law-question-renewal-initial-costs = Ges ersättning enligt 17 § medan en förlängning prövas?
law-answer-renewal-initial-costs-not-paid = nej; 17 § nämner bara 5 och 5 a §§.
law-answer-renewal-initial-costs-paid = ja.
law-question-study-grant-span = Vilka dygn ger en månad med studiehjälp?
law-answer-study-grant-span-quarter = alla dygn i kvartalet.
law-answer-study-grant-span-month = bara månadens dygn.
law-question-second-municipality = Får en andra kommun beloppet för samma barn?
law-answer-second-municipality-once = nej, beloppet ges en gång.
law-answer-second-municipality-each = ja, en gång för varje kommun.
law-question-care-cost-against-lump-sum = Jämförs en kostnad som växlar med dygnsschablonen dygn för dygn?
law-answer-care-cost-against-lump-sum-each-day = ja, dygn för dygn.
law-answer-care-cost-against-lump-sum-whole-period = nej, för hela perioden tillsammans.
law-question-period-over-new-year = Vilket års belopp tar en period som går över nyår?
law-answer-period-over-new-year-first-day = det som gäller periodens första dag.
law-answer-period-over-new-year-by-days = del för del, efter dygn.
law-question-eighteenth-birthday = Vilket belopp gäller på själva 18-årsdagen?
law-answer-eighteenth-birthday-adult = de vuxnas.
law-answer-eighteenth-birthday-child = barnens.
law-question-age-raised-day = Räknas dagen då åldern höjs?
law-answer-age-raised-day-excluded = nej, rätten upphör dagen före.
law-answer-age-raised-day-included = ja.
law-question-threshold-pays = Vad betalas när gränsen är nådd?
law-answer-threshold-pays-whole-cost = hela kostnaden.
law-answer-threshold-pays-excess = det som överstiger gränsen.
law-question-forecast-rounding = Hur avrundas kommunens andel av prognosen till hela barn?
law-answer-forecast-rounding-nearest = till närmaste hela barn.
law-answer-forecast-rounding-down = nedåt.
law-question-coverage-last-day = Betalas den dag då mottagandelagen slutar omfatta personen?
law-answer-coverage-last-day-excluded = nej; den är mottagandedagen.
law-answer-coverage-last-day-included = ja.
law-question-registration-day = Vilken dag av en folkbokföring avgör när mottagandelagen slutar omfatta personen?
law-answer-registration-day-decision = Skatteverkets beslut, som lagen säger.
law-answer-registration-day-counted-from = dagen som folkbokföringen räknas från.
law-question-reception-straddling-october = Vilken är mottagandedagen för den som inte var mottagen den 1 oktober 2026?
law-answer-reception-straddling-october-end-of-coverage = dagen då mottagandelagen slutade omfatta personen.
law-answer-reception-straddling-october-actual-reception = dagen för det faktiska mottagandet.
law-question-permit-before-october = Omfattar mottagandelagen den som hade tillstånd före den 1 oktober 2026 men inte var folkbokförd?
law-answer-permit-before-october-where-aid-went-on = ja, om biståndet enligt LMA inte hade upphört.
law-answer-permit-before-october-not-covered = nej.
law-question-registered-temporary-protection = Hur länge omfattas den med tillfälligt skydd i kommunens boende som folkbokförs oktober–december 2026?
law-answer-registered-temporary-protection-until-received = tills personen tas emot för bosättning; mottagandedagen anges.
law-answer-registered-temporary-protection-until-registered = till folkbokföringen.
law-question-bos-and-mass = Till när betalas dygnsschablonen enligt 14 a § för den som också är anvisad för bosättning?
law-answer-bos-and-mass-until-received = tills personen faktiskt tas emot.
law-answer-bos-and-mass-until-assigned = till den dag som anges i anvisningen för bosättning.
law-question-hiding-first-day = Betalas den första dagen som personen håller sig undan?
law-answer-hiding-first-day-not-paid = nej.
law-answer-hiding-first-day-paid = ja.
law-question-hiding-before-october = Betalades för ett barn som höll sig undan efter ett verkställbart beslut, före oktober 2026?
law-answer-hiding-before-october-paid = ja, barnet hörde till målgruppen (HFD 2013 ref. 83).
law-answer-hiding-before-october-not-paid = nej, biståndet hade upphört (12 § LMA).
law-question-hiding-care = Ersätts vård medan personen håller sig undan?
law-answer-hiding-care-not-paid = nej; 9 och 10 §§ bygger på 8 §.
law-answer-hiding-care-paid = ja.
law-question-period-over-october = Vad ger en fyraveckorsperiod som börjar under en lydelse och slutar under nästa?
law-answer-period-over-october-first-day = hela perioden, efter lydelsen på dess första dag.
law-answer-period-over-october-nothing = inget.
law-question-school-after-registration = Betalas skolgång för den som är folkbokförd och ännu omfattas av mottagandelagen?
law-answer-school-after-registration-not-paid = nej, från folkbokföringen.
law-answer-school-after-registration-paid = ja, så länge lagen omfattar personen.
law-question-upper-secondary-past-18 = Betalades gymnasieskola efter 18-årsdagen före oktober 2026, när den började dessförinnan?
law-answer-upper-secondary-past-18-paid = ja, som Migrationsverket skrev 2017.
law-answer-upper-secondary-past-18-not-paid = nej; paragrafen sade barn.
law-question-national-programme-after-18 = Omfattar 3 § ett nationellt program som började efter 18 år, när introduktionsprogrammet började före?
law-answer-national-programme-after-18-not-paid = nej.
law-answer-national-programme-after-18-paid = ja.
law-question-federation-claimant = Får ett kommunalförbund söka där 3 § nämner hemkommunen?
law-answer-federation-claimant-either = någondera, en gång för varje period.
law-answer-federation-claimant-home-municipality = bara hemkommunen.
law-question-flat-and-16a = Vad söks enligt 16 a eller 16 b § för ett dygn som också ger dygnsschablon för boendet?
law-answer-flat-and-16a-measure = insatsens kostnad, inte boendets.
law-answer-flat-and-16a-nothing = inget.
law-question-burial-quarter = Från vilket kvartal räknas sista dagen för begravningsschablonen?
law-answer-burial-quarter-earlier = det tidigare av dödsfallets och beslutets.
law-answer-burial-quarter-death = dödsfallets.
law-answer-burial-quarter-decision = biståndsbeslutets.
law-question-inhibition-unaccompanied = Vad ger ett ensamkommande barn med inhibition?
law-answer-inhibition-unaccompanied-actual-cost = faktisk kostnad enligt 16 §.
law-answer-inhibition-unaccompanied-daily = dygnsschablon enligt 8 §.
law-question-inhibition-entry-day = När började 16 § om inhibition gälla?
law-answer-inhibition-entry-day-june = den 1 juni 2026.
law-answer-inhibition-entry-day-october = den 1 oktober 2026.
law-question-care-law-2027 = Hur läses vård enligt lag 2026:1600 tills förordningarna nämner den?
law-answer-care-law-2027-as-older-act = 3 kap. 2 § som 2 § LVU, 3 kap. 3 § som 3 § LVU.
law-answer-care-law-2027-nothing = som ingen sådan vård.
law-case-received-from = mottagen { $day } eller senare
law-case-received-until = mottagen senast { $day }
law-settled-2016-38 = anvisad enligt lag 2016:38
law-settled-2026-1326 = rätt till boende enligt lag 2026:1326
law-settled-neither = varken eller
law-step-wording = { $section } förordning { $ordinance } i lydelsen enligt SFS { $sfs }, som gäller { $days }.
law-step-wording-always = { $section } förordning { $ordinance } i lydelsen enligt SFS { $sfs }.
law-rule-received-at-end-of-coverage = Mottagen { $day } i { $municipality }: den dagen slutade mottagandelagen omfatta personen ({ $why }), 6 § i lydelsen enligt SFS 2026:1720.
law-rule-covered = Mottagandelagen (2026:999) omfattar personen från { $from } och slutade { $ended }{ $why }.
law-rule-covered-still = Mottagandelagen (2026:999) omfattar personen från { $from }.
law-days-to-appeal = Beslutet överklagas inom tre veckor. Om tiden räknas från beslutet eller från den dag då kommunen fick del av det är inte avgjort: planera efter den försiktiga dagen.

law-year-unchecked =
    { $count ->
        [one] Ett belopp är inte kontrollerat för året.
       *[other] { $count } belopp är inte kontrollerade för året.
    } { $amount } räknas inte förrän de är det.
law-year-begun = Året har börjat: ett nytt belopp gäller från { $day }, och det som väntas räknas om därifrån. Det som redan är anmält eller fördelat ändras inte.
law-effect-nothing = Ändringen rör ingen person och inget belopp till och med { $day }.
law-effect-text =
    { $count ->
        [0] Ändringen rör kommunens egna belopp: { $amount } till och med { $day }.
        [one] Ändringen rör en person: { $amount } till och med { $day }.
       *[other] Ändringen rör { $count } personer: { $amount } till och med { $day }.
    }
