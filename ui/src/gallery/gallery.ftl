gallery-start = Start
gallery-distribution = Fördelning
gallery-cells = ruta
gallery-explain = förklara
gallery-ring = nästa öresdifferens
gallery-statement = besked
gallery-order = skapa bokföringsorder
