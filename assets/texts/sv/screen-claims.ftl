### Ansökningar: listan, en ansökan, och lägenas ord.

claim-state-draft = utkast
claim-state-in-review = i granskning
claim-state-returned = återlämnad
claim-state-approved = godkänd
claim-state-submitted = inskickad
claim-state-withdrawn = återtagen
