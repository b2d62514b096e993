"""Finds bodies that have no name of their own: "the Afghan government", "the US-led coalition", "the Government of Ruritania"."""

from __future__ import annotations

from briefing.analysis.actors.entries import Entry, Relation
from briefing.analysis.actors.mentions import make_name
from briefing.analysis.actors.runs import Runs
from briefing.model.findings import ActorKind

__all__ = ["Bodies"]


class Bodies(Runs):
    """The bodies of one sentence that are named by a state."""

    def _body(self, start: int, end: int) -> int | None:
        """Adds "the Afghan government", "the US-led coalition"; where to go on, or None where there is none."""
        listed = self.vocabulary.longest(self.texts, start, end)
        if listed is None or listed[0] != end:
            return None
        entry = listed[1]
        position = end
        count = len(self.texts)
        if position + 1 < count and self.texts[position] == "-" and self.texts[position + 1] in {"led", "backed"}:
            return self._coalition(start, position + 2, entry) if self.texts[position + 1] == "led" else None
        is_state = entry.relation is Relation.DEMONYM or (
            entry.kind is ActorKind.COUNTRY and entry.relation is Relation.NAME
        )
        if not is_state or (entry.kind is ActorKind.PLACE and entry.relation is not Relation.DEMONYM):
            return None
        for length in (3, 2, 1):
            phrase = tuple(text.lower() for text in self.texts[position : position + length])
            if len(phrase) == length and phrase in self.vocabulary.forces:
                kind = ActorKind(self.vocabulary.forces[phrase])
                stop = position + length
                follows = self.words.tokens[stop] if stop < count else None
                if (
                    follows is not None
                    and follows.pos_ in {"NOUN", "PROPN"}
                    and self.words.tokens[stop - 1].dep_ in {"compound", "amod", "nmod"}
                ):
                    return None
                self.found.append(
                    make_name(
                        self.words,
                        start,
                        stop,
                        kind=kind,
                        weight=50,
                        how="body",
                        body=f"{entry.stands_for}|{phrase[-1]}",
                    )
                )
                return stop
        return None

    def _plain_coalition(self, start: int) -> int:
        """Adds "the coalition", "coalition forces"; where to go on. It counts where the text tells which one (`merging.py`)."""
        end = start + 1
        texts = self.texts
        if (
            end + 1 < len(texts)
            and texts[end].lower() == "military"
            and texts[end + 1].lower() in {"forces", "aircraft"}
        ):
            end += 1
        if end < len(texts) and texts[end].lower() in {
            "forces",
            "troops",
            "aircraft",
            "soldiers",
            "partners",
            "members",
            "commanders",
        }:
            end += texts[end].lower() in {"forces", "troops", "soldiers"}
        first = (
            start - 1 if start and texts[start - 1].lower() in {"international", "global", "multinational"} else start
        )
        before = texts[first - 1].lower() if first else ""
        if end < len(texts) and texts[end][0].isupper() and texts[start][0].isupper():
            return start + 1
        if before in {"a", "an", "ruling", "governing", "-"} or (
            end < len(texts) and texts[end] in {"government", "of", "for", "partner", "agreement", "talks"}
        ):
            return end
        is_name = first < start or (texts[start][0].isupper() and start > 0)
        self.found.append(
            make_name(
                self.words,
                first,
                end,
                kind=ActorKind.ORGANISATION,
                weight=50,
                how="coalition",
                body=f"|{'named' if is_name else 'plain'}|",
            )
        )
        return end

    def _government_of(self, start: int, end: int) -> bool:
        """True iff the run is "Government of" and a state; it is added then."""
        if end - start < 3 or self.texts[start] not in {"Government", "Governments"} or self.texts[start + 1] != "of":  # noqa: PLR2004
            return False
        state = start + 3 if self.texts[start + 2] == "the" else start + 2
        listed = self.vocabulary.longest(self.texts, state, end)
        if listed is None or listed[0] != end or listed[1].kind is not ActorKind.COUNTRY:
            return False
        body = f"{listed[1].stands_for}|government"
        self.found.append(
            make_name(self.words, start, end, kind=ActorKind.ORGANISATION, weight=50, how="body", body=body)
        )
        return True

    def _coalition(self, start: int, position: int, leader: Entry) -> int | None:
        """Adds the coalition that a state leads: "US-led NATO forces", "the US-led international coalition"."""
        count, stop = len(self.texts), position
        bodies: list[Entry] = []
        while stop < min(count, position + 4):
            if listed := self.vocabulary.longest(self.texts, stop, count):
                bodies.append(listed[1])
                stop = listed[0]
                continue
            if self.texts[stop].lower() in {"international", "global", "military", "multinational", "anti", "-", "air"}:
                stop += 1
                continue
            break
        for length in (2, 1):
            phrase = tuple(text.lower() for text in self.texts[stop : stop + length])
            if len(phrase) == length and phrase in self.vocabulary.coalition:
                body = next((entry.stands_for for entry in bodies if entry.kind is ActorKind.ORGANISATION), "")
                is_people = phrase[-1] in {"strikes", "airstrikes", "operation", "mission"}
                if is_people and "coalition" not in phrase:
                    return None
                self.found.append(
                    make_name(
                        self.words,
                        start,
                        stop + length,
                        kind=ActorKind.ORGANISATION,
                        weight=50,
                        how="coalition",
                        body=f"{leader.stands_for}|coalition|{body}",
                    )
                )
                return stop + length
        return None
