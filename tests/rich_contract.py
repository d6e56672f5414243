"""A contract of the invented town that uses every field a document can show."""

RICH = {
    "units.yaml": """\
units:
- id: miljo
  name: Miljöförvaltningen
  kind: administration
- id: bolaget
  name: Påhittköpings Energi AB
  kind: company
""",
    "documents.yaml": """\
documents:
- id: klimatplan
  title: Klimatplan 2030
  decisions:
  - id: klimatplan-antagen
    act: adopted
    body: kommunfullmäktige
    date: 2024-11-18
    reference: KF § 112
  - id: klimatplan-reviderad
    act: revised
    date: 2025-06
""",
    "contract.yaml": """\
municipality: "9999"
name: Påhittköpings stad
kind: contract
record: complete
wording: official
status: consultation
diary_number: KS 2025/17
motivation: |
  Staden vill gå före.

  Den vill också lära av andra.
focus: Årets inriktning är transporter.
arena:
  name: Klimatarena Påhittköping
links:
- title: Klimatplan [2030]
  url: https://exempel.se/klimat plan(2030).html
sections:
- chapter: purpose
  text: Staden använder kontraktet som underlag för budgeten.
- chapter: control
  text: |
    # Detta är ingen rubrik
    - och detta ingen lista

    1. Inte heller detta; {{ inte }} {% heller %} <b>detta</b> | eller _detta_ & *detta* `x` @y ~z~
""",
    "goals.yaml": """\
goals:
- id: staden-2030
  label: Mål A
  statement: Stadens utsläpp ska minska med 80 procent till 2030
  boundary: [territory, consumption]
  boundary_note: utsläpp från genomfart räknas in
  excludes: [flygresor, en större anläggning]
  end_state: reduction
  measure: greenhouse_gases
  measure_note: alla växthusgaser räknas om till koldioxidekvivalenter
  target_year: 2030
  target:
    kind: reduce_by
    share: 80 %
    value: 285 kt
    of: baseline
  baseline:
    year: 2010
    value: 1,4 Mt
  annual_rate:
    min: 10 %
    max: 14 %
  residual: kvarvarande utsläpp lagras i skog
  control: indirect
  decisions: [klimatplan-antagen]
- id: resor
  statement: Allt fler resor görs med cykel
  boundary: [unknown]
  end_state: other
  target_year: ongoing
  target:
    kind: at_least
    share: 40 %
    of: total
  decisions: [klimatplan-antagen, klimatplan-reviderad]
- id: utan-beslut
  statement: En fossilfri organisation
  boundary: [municipal_administration]
  end_state: fossil_free
  annual_rate:
    min: 15 %
methods: [koldioxidbudget]
""",
    "roadmap.yaml": """\
priorities:
- title: Ett område
efforts:
- title: En satsning
actions:
- id: cykelplan
  number: "7"
  title: Cykelplan
  purpose: Fler ska cykla.
  text: Planen gäller hela staden.
  project:
    name: Cykla mera
    programme: Stadsmiljö
    period: 2025/2027
    partners:
    - organisation: Cykelföreningen
  status: in_progress
  period: 2024-H2
  owners: [miljo, bolaget]
  deputy: bolaget
  partners:
  - municipality: "2580"
  target_groups: [barn, pendlare]
  milestones:
  - id: cykelplan-start
    done: 2024-Q4
    text: Arbetet började.
  - id: cykelplan-rakning
    due: 2026-05-02
    recurring: yearly
    text: Cyklisterna räknas.
  - id: cykelplan-klar
    due: by 2027
    text: Planen är genomförd.
  effects:
  - kind: reduction
    amount: 1 200 t
    per: year
    certainty: estimated
  - kind: energy_saved
    low: 2 GWh
    high: 3 GWh
  costs:
  - kind: investment
    low: 80 Mkr
    payer: staden
    covers: 27 km cykelväg
  - kind: operation
    high: 2 Mkr
    per: year
  funding:
  - funder: Stadsmiljöavtalet
    form: bidrag
    share: 50 %
  - funder: staden
  outputs: [27 km cykelväg]
  outcomes:
  - stage: early
    text: fler cyklar till skolan
  - stage: late
    text: bilresorna minskar
  co_benefits: [bättre hälsa]
  barriers: [trånga gator]
- id: tom
  title: En insats utan uppgifter
""",
    "investment.yaml": """\
plan_state: in_progress
instruments: [gröna lån]
items:
- title: Cykelvägar
  costs:
  - kind: investment
    amount: 80 Mkr
  funding:
  - funder: Kommuninvest
    form: grönt lån
""",
    "commitments.yaml": """\
shared_commitments:
- number: 1
  relation: joins
  points: ["1.1"]
  text: Staden börjar i nämnderna.
- number: 6
  relation: declines
  reason: upphandlingen görs om först nästa år
cooperation_areas:
- title: Cykling
  municipalities: ["2580", "1480"]
""",
}
