### Varför något inte går att ångra: sägs innan det görs, och i Gjort i dag.

undo-never-day = Ändra dagen igen längst upp i fönstret.
undo-never-users = Behörigheter ändras under Inställningar, Användare.
undo-never-attested = Den som attesterar svarar för beslutet. Det tas tillbaka på sakens egen sida.
undo-never-stays = Det står kvar.
undo-never-own-way = Det tas tillbaka på sin egen sida, med ett skäl.
undo-never-correct-it = Rätta det på sidan där det gjordes.
undo-never-person = Personen står kvar i registret. Rätta uppgifterna på personens sida.
undo-never-looked = En skyddad person som har öppnats står i historiken.
undo-never-taken-in = Det som är intaget rättas där det står.
undo-never-left = Det har lämnat huset.
undo-never-reported = Raderna är märkta som anmälda. Skriv av dem under Förväntat, Anmält.
