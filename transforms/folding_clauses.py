"""Clauses of a sentence that only describe another of its acts go into that act."""

from __future__ import annotations

from dataclasses import replace

from transforms.drafts import COUNTERPART, Draft, ids_of


def folded(drafts: list[Draft], unspecified: str, emptied: frozenset[str]) -> list[Draft]:
    """Clauses that only describe another act of their sentence go into it.

    Of "lifted the sanctions that it imposed in 1990" the imposing tells on whom; of "imposed sanctions, freezing
    assets" the freezing tells how. `emptied` are the actions by which a mission loses its staff too.
    """
    inner = [_main_act(number, drafts, emptied) for number in range(len(drafts))]
    kept = []
    for number, draft in enumerate(drafts):
        whole = draft
        for other in (d for d, main in zip(drafts, inner, strict=True) if main == number):
            whole = _with_details(whole, other, unspecified)
        if inner[number] is None:
            kept.append(whole)
    return [_aimed_alike(draft, kept) for draft in kept]


def _aimed_alike(draft: Draft, beside: list[Draft]) -> Draft:
    """Of "will close its embassy in Malawi and halt all aid" the aid is Malawi's: one series, one target."""
    if draft.targets or draft.joined_to is None:
        return draft
    series = [d for d in beside if draft.joined_to == d.trigger_start and ids_of(d.actors) == ids_of(draft.actors)]
    return replace(draft, targets=series[0].targets) if series else draft


def _main_act(number: int, drafts: list[Draft], emptied: frozenset[str]) -> int | None:
    """The number of the act of the same type whose object or manner the draft `number` describes."""
    draft = drafts[number]
    others = [(n, d) for n, d in enumerate(drafts) if n != number and d.frame.type == draft.frame.type]
    described = (n for n, d in others if draft.describes in d.objects_at)
    detailed = (n for n, d in others if draft.details == d.trigger_start)
    joined = (n for n, d in others if draft.joined_to == d.trigger_start and _is_one_act(d, draft, emptied))
    return next(iter((*described, *detailed, *joined)), None)


def _is_one_act(first: Draft, second: Draft, emptied: frozenset[str]) -> bool:
    """ "barred him from travelling and froze his assets", "closed its embassy and withdrew the staff": one act, unless
    the second names another target."""
    if second.is_of_staff and first.action in emptied and ids_of(first.actors) == ids_of(second.actors):
        return True
    same = (first.action, first.status, ids_of(first.actors)) == (second.action, second.status, ids_of(second.actors))
    return same and (second.is_aimed_alike or ids_of(second.targets) <= ids_of(first.targets))


def _with_details(main: Draft, inner: Draft, unspecified: str) -> Draft:
    is_guess = all(who.rule == COUNTERPART for who in main.targets)
    own = ids_of(main.actors)
    targets = tuple(w for w in inner.targets if w.actor_id not in own)
    is_told = inner.details is not None or inner.joined_to is not None
    named = {*main.measures, *(inner.measures if is_told else ())}
    measures = tuple(sorted(named - {unspecified} or named))
    return replace(main, targets=(targets or main.targets) if is_guess else main.targets, measures=measures)
