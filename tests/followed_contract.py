"""The rich contract with a version before it, people to ask, and what became of promises."""

from rich_contract import RICH

CONTACTS = """\
contacts:
- role: klimatstrateg
  unit: miljo
  deputy: bolaget
- role: kommunikatör
"""

FOLLOWED = {
    **RICH,
    "contract.yaml": RICH["contract.yaml"] + CONTACTS,
    "2024/contract.yaml": "record: complete\n",
    "2024/goals.yaml": """\
goals:
- id: staden-2030
  label: Mål A
  statement: Stadens utsläpp ska minska med 80 procent till 2030
  boundary: [territory]
  end_state: reduction
  target_year: 2035
""",
    "2024/roadmap.yaml": """\
actions:
- id: cykelplan
  title: Cykelplan
  status: not_started
- id: tom
  title: En insats utan uppgifter
  outputs: [något]
  target_groups: [alla]
- id: laddplatser
  title: Laddplatser
- id: bilpool
  title: Bilpool
- id: bussfiler
  title: Bussfiler
- id: sparvagn
  title: Spårvagn
""",
    "follow_up.yaml": """\
lessons: |
  Börja med skolvägarna.

  Räkna cyklisterna innan arbetet börjar.
updates: Staden har antagit en klimatplan.
entries:
- date: 2025-03-01
  ref: action:cykelplan
  status: in_progress
- date: 2025-10-01
  ref: action:cykelplan
  outcome: partly
  comment: hälften av vägarna är klara
  evidence:
  - kind: report
    title: Cykelbokslut 2025
- date: 2025-10-01
  ref: goal:resor
  status: in_progress
endings:
- ref: action:laddplatser
  end: fulfilled
- ref: action:bilpool
  end: merged
  into: action:cykelplan
  reason: bilpoolen sköts ihop med cyklarna
- ref: action:bussfiler
  end: replaced
""",
}
