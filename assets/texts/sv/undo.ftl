# Att ångra: skälet som skrivs när något tas tillbaka, och varför något inte går att ångra.

undo-reason = Ångrat

undo-never-hidden = Uppgifter om en skyddad person ingår. Öppna personen och rätta där.
