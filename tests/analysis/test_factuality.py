"""Whether an event is so."""

from __future__ import annotations

import pytest

from briefing.analysis.factuality import status_of
from briefing.model.findings import EventStatus
from tests.analysis.reading_of import parsed, token_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The rebels left the city.", "left", "happened"),
        ("The rebels did not leave the city.", "leave", "denied"),
        ("The rebels never left the city.", "left", "denied"),
        ("The rebels refused to leave the city.", "leave", "denied"),
        ("The rebels failed to take the city.", "take", "denied"),
        ("No rebels left the city.", "left", "denied"),
        ("The rebels may leave the city.", "leave", "possible"),
        ("If the rebels leave, the talks begin.", "leave", "possible"),
        ("If Holm got elected right now - the union would still strike.", "elected", "possible"),
        ("Having a single leaking valve is one strike against the owner.", "strike", "possible"),
        ("Selling the ferry saved the company.", "Selling", "happened"),
        ("Villagers fear that the rebels return.", "return", "possible"),
        ("The rebels want to leave the city.", "leave", "possible"),
        ("The rebels will leave the city.", "leave", "planned"),
        ("The rebels plan to leave the city.", "leave", "planned"),
        ("The board said that the vote would follow in May.", "follow", "planned"),
        ("The board said that the port could close and that the vote would follow in May.", "follow", "planned"),
        ("The board said that the vote would follow if the port closed.", "follow", "possible"),
        ("The board thought that the vote would follow.", "follow", "possible"),
        ("The rebels managed to leave the city.", "leave", "happened"),
        ("The rebels reportedly left the city.", "left", "reported"),
        ("The union will not lift the ban imposed in May.", "imposed", "happened"),
        ("The mayor did not mention the fire, but praised the crews.", "praised", "happened"),
        ("The board rejected the proposal.", "proposal", "happened"),
        ("The police gave no details about the raid.", "raid", "happened"),
        ("The firm has no intention of selling the yard.", "selling", "denied"),
        ("The rebels may take the city and burn the port.", "burn", "possible"),
        ("The pilot may be dead.", "dead", "possible"),
        ("The army called off the attack.", "called", "happened"),
        ("The raid will delay the talks.", "raid", "happened"),
        ("The parties will hold talks in Geneva.", "talks", "planned"),
        ("The bank paid nothing for the land.", "paid", "denied"),
        ("The bank paid none of the fines.", "paid", "denied"),
        ("The party has no plan.", "plan", "denied"),
        ("The bank sold no more than ten ships.", "sold", "happened"),
        ("Police freed the men without accusing them.", "accusing", "denied"),
        ("The envoys called for the release of the hostages.", "release", "possible"),
        ("The drought raised fears of an attempt to seize the wells.", "seize", "possible"),
        ("Police arrested a suspect in the bombings.", "bombings", "happened"),
        ("The mayor called the raid a mistake.", "raid", "happened"),
        ("The shares lost two pounds to close at nine.", "close", "happened"),
        ("The firm wants to sell the yard.", "sell", "possible"),
        ("The parties agreed to hold talks.", "hold", "planned"),
        ("The parties will meet to sign the treaty.", "sign", "planned"),
        ("In an interview the minister declined to resign.", "interview", "happened"),
        ("The mayor spoke not only about the flood.", "flood", "happened"),
        ("The bank may not survive.", "survive", "possible"),
        ("If the talks fail to end the strike, the port closes.", "end", "possible"),
        ("Unless the army does not attack, the town is lost.", "attack", "possible"),
        ("The league called off the match.", "match", "denied"),
        ("The board decided against selling the yard.", "selling", "denied"),
        ("About 12,000 people were told to leave; many have refused.", "told", "happened"),
        ("The navy was ordered by parliament to work with the yard.", "ordered", "happened"),
        ("The navy was ordered by parliament to work with the yard.", "work", "planned"),
        ("Residents were urged to boil water.", "urged", "happened"),
        ("Residents were urged to boil water.", "boil", "possible"),
        ("Officers were instructed to arrest the leader.", "instructed", "happened"),
        ("Officers were instructed to arrest the leader.", "arrest", "planned"),
        ("The press was allowed to enter the hall.", "allowed", "happened"),
        ("The bank was forced to close two branches.", "forced", "happened"),
        ("Norway formally summoned the ambassador of Chile concerning the raids.", "summoned", "happened"),
        ("Norway formally summoned the ambassador of Chile concerning the raids.", "raids", "happened"),
        ("The crew was about to launch the probe.", "launch", "planned"),
        ("The talks were to begin on Tuesday.", "begin", "planned"),
        ("The reform may fail to save the bank.", "save", "possible"),
        ("The board hired guards to prevent a strike.", "strike", "possible"),
        ("The union wants to sell the yard without asking the council.", "asking", "possible"),
        ("The mayor declined to say why the bridge collapsed.", "collapsed", "happened"),
        ("The army gave no reason for the raid.", "raid", "happened"),
        ("The march is not over.", "march", "happened"),
        ("The clerk does not want to leave the office.", "leave", "possible"),
        ("The clerk was not allowed to leave the office.", "leave", "denied"),
        ("Critics do not think that the bank sold the yard.", "sold", "possible"),
        ("Police believe that the driver left the town.", "left", "reported"),
        ("Police believe that the driver leaves the town.", "leaves", "possible"),
        ("The shares barely moved.", "moved", "happened"),
        ("The talks will be held in Geneva.", "talks", "planned"),
        ("The villagers fled from the likely attack.", "attack", "possible"),
        ("Officials said the talks were unlikely to resume.", "resume", "possible"),
        ("The bridge is not likely to close.", "close", "possible"),
    ],
)
def test_status(text: str, word: str, status: str) -> None:
    """Negation, modals, plans, fears and conditions decide; what only befalls an event noun does not."""
    assert EventStatus(status) is status_of(token_of(parsed(text), word), reported=False)


def test_a_report_is_weaker_than_a_denial() -> None:
    """Where several hold: denied, then possible, then planned, then reported, then happened."""
    read = parsed("The rebels did not leave.")
    assert status_of(token_of(read, "leave"), reported=True) is EventStatus.DENIED
    read = parsed("The rebels left.")
    assert status_of(token_of(read, "left"), reported=True) is EventStatus.REPORTED
