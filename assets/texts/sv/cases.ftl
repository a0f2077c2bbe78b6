### Ärenden: loggens meningar. Slag och lägen står i screen-cases.ftl, för de är skärmens ord också.

case-log-opened = Ärendet öppnat.
case-log-moved = Från { $from } till { $to }.
case-log-officer = Handläggare: { $to }.
case-log-board = Ansvar { $from } byttes till { $to }.
case-log-due = Bevakning { $day }: { $what }.
case-log-settled = Klart: { $what } ({ $day }).
case-log-attached = Handling, { $kind }: { $name }.
