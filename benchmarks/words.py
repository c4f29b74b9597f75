"""Words and sentence patterns for generated items, in Norwegian bokmål.

Everything here is written for the benchmark and says nothing about real organisations.
`{theme}`, `{place}`, `{role}`, `{count}`, `{year}` and `{mention}` are filled in by `prose`.
"""

from __future__ import annotations

THEMES = (
    "digital byggesak", "felles innbyggerdialog", "trygg deling av data", "helhetlig oppvekst",
    "åpne kart og eiendomsdata", "digital hjemmeoppfølging", "felles arkivkjerne",
    "ansvarlig bruk av kunstig intelligens", "universell utforming", "sikker innlogging i skolen",
    "innsyn i egne saker", "digital ledelse", "samordnede anskaffelser", "velferdsteknologi",
    "klart språk i skjema", "beredskap for digitale tjenester", "vann og avløp",
    "kulturskole på nett", "klimaregnskap", "frivillighet og møteplasser", "digital post",
    "felles begreper", "styring av masterdata", "gjenbruk av løsninger", "innebygd personvern",
)  # fmt: skip

PLACES = (
    "små kommuner", "kystkommunene", "fylkeskommunene", "byområdene", "innlandet", "nord",
    "grunnskolen", "helse og omsorg", "plan og bygg", "barnevernet", "næringsarbeidet",
    "innbyggertorgene",
)  # fmt: skip

ROLES = (
    "fagledere", "saksbehandlere", "innbyggere", "leverandører", "rådmenn", "lærere",
    "folkevalgte", "arkivarer", "utviklere", "superbrukere",
)  # fmt: skip

TITLES = {
    "goal": (
        "Alle kommuner lykkes med {theme}",
        "Innbyggerne møter {theme} på samme måte",
        "Kommunesektoren samarbeider om {theme}",
    ),
    "measure": (
        "Innføre {theme} i {place}",
        "Lage felles veileder for {theme}",
        "Støtte {place} i arbeidet med {theme}",
    ),
    "project": (
        "Prøve ut {theme} sammen med {place}",
        "Fellesprosjekt om {theme}",
        "Utvikle {theme} for {place}",
    ),
}

SUMMARIES = (
    "Kommunene skal få hjelp til {theme}, slik at {role} merker forskjellen i hverdagen.",
    "Her samles arbeidet med {theme}, med {place} som første brukere.",
    "Innsatsen gjør det enklere for {role} å komme i gang med {theme}.",
)

OPENINGS = (
    "Mange kommuner har lenge arbeidet med {theme} hver for seg, og resultatene varierer mye.",
    "Behovet for {theme} ble tydelig da {role} beskrev hvordan de bruker tiden sin i dag.",
    "I {place} finnes det gode erfaringer med {theme} som flere bør få glede av.",
    "Kartleggingen i {year} viste at {count} av kommunene mangler en plan for {theme}.",
    "Når {theme} fungerer, slipper {role} å levere de samme opplysningene flere ganger.",
)

BACKGROUND = (
    "Forskjellene skyldes både økonomi, kompetanse og hvor gamle systemene er.",
    "Løsningene snakker sjelden sammen, og derfor må {role} ofte skrive av tall for hånd.",
    "De minste kommunene har få ansatte som kan følge opp leverandører og avtaler.",
    "Et felles grep gir lavere kostnader og en mer lik tjeneste, uansett hvor man bor.",
    "Tidligere forsøk stoppet opp fordi ingen hadde ansvar etter at prosjektmidlene var brukt.",
    "Tilbakemeldinger fra {role} tyder på at opplæring betyr mer enn selve verktøyet.",
    "Regelverket åpner for samarbeid, men det må avklares hvem som er behandlingsansvarlig.",
    "I {place} er datakvaliteten god nok til at arbeidet kan starte med det samme.",
    "Gevinstene kommer først når rutinene endres, og det krever ledere som følger med.",
    "Arbeidet berører {role} direkte, og de deltar derfor fra første dag.",
)

MENTIONS = (
    "Arbeidet bygger videre på {mention} og bruker erfaringene derfra.",
    "Innsatsen henger tett sammen med {mention}, som løser en annen del av samme behov.",
    "Før oppstart ble planen sammenholdt med {mention} for å unngå dobbeltarbeid.",
    "Resultatene tas inn i {mention} så snart de er prøvd ut i {place}.",
)

HEADINGS = (
    "Slik arbeider vi", "Hva som skal gjøres", "Veien videre", "Innhold og avgrensning",
    "Gjennomføring",
)  # fmt: skip

LIST_INTROS = (
    "Innsatsen deles i noen oppgaver som kan settes i gang uavhengig av hverandre:",
    "Deltakerne er enige om å begynne med dette:",
    "Følgende inngår i første del av arbeidet:",
)

LIST_ITEMS = (
    "kartlegge hvordan {role} arbeider i dag, og hva som tar mest tid",
    "beskrive kravene i et språk som både fagfolk og leverandører forstår",
    "prøve løsningen i {count} kommuner før den tilbys til alle",
    "lage opplæring på nett og tilby veiledning i {place}",
    "måle tidsbruk før og etter, og dele tallene åpent",
    "avklare ansvar for personvern, sikkerhet og arkiv",
    "inngå en enkel avtale om forvaltning og videre finansiering",
    "samle spørsmål fra {role} og svare på dem samlet",
)

TABLE_INTRO = "Tabellen viser hvor langt arbeidet var kommet i {year}."

TABLE_ROWS = (
    ("Kartlegging", "ferdig"), ("Krav og avklaringer", "ferdig"), ("Utprøving", "pågår"),
    ("Opplæring", "pågår"), ("Innføring", "ikke startet"), ("Evaluering", "ikke startet"),
)  # fmt: skip

CLOSINGS = (
    "Gruppen møtes hver sjette uke og legger fram status for {place}.",
    "Dersom utprøvingen lykkes, kan {count} kommuner være i gang ved utgangen av {year}.",
    "Evalueringen skal svare på om {role} faktisk sparer tid, og om kvaliteten blir bedre.",
    "Alle leveranser publiseres åpent, slik at andre kan bruke dem uten å spørre.",
    "Det er satt av tid til å rette feil før løsningen tas i bruk i flere tjenester.",
    "Usikkerheten er størst i {place}, der flere avtaler løper ut samtidig.",
)

MILESTONES = (
    "Behovene er beskrevet", "Første kommune i drift", "Avtale om forvaltning",
    "Opplæring tilbudt alle", "Evaluering lagt fram", "Løsningen overført til drift",
)  # fmt: skip

DECISIONS = (
    "Vedtar oppstart og ramme", "Godkjenner plan for utprøving", "Slutter seg til videre innføring",
)  # fmt: skip

UPDATES = (
    "Utprøvingen i {place} er i gang, og {count} kommuner har meldt interesse.",
    "Kravene er sendt på høring til {role}, med svarfrist etter sommeren.",
    "Opplæringen ble godt mottatt, men flere ønsker kortere økter.",
)

OUTCOMES = (
    "Sektorens innspill ble tatt inn i planen.",
    "Finansieringen ble avklart for første del.",
    "Kommunene fikk plass i styringsgruppen.",
)

REASONS = (
    "Finansieringen falt bort, og deltakerne venter på ny søknadsrunde.",
    "Leverandøren kunne ikke levere innen fristen, og arbeidet er satt på vent.",
)

INDICATORS = (
    ("Kommuner som har tatt løsningen i bruk", "count"),
    ("Andel innbyggere som er fornøyd", "percent"),
    ("Kommuner med vedtatt plan", "count"),
    ("Andel saker behandlet innen fristen", "percent"),
)
