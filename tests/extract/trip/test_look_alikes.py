"""What looks like a journey and is none."""

from .conftest import Find


def test_who_speaks_by_video_has_not_gone_there(find: Find) -> None:
    held = "앨런 모건 미국 대통령이 23일 다보스에서 열린 세계경제포럼에서 연설했다."
    assert find(held)
    assert not find(held, "모건 대통령은 이날 스위스 다보스에서 열린 포럼에서 40분간 화상으로 연설하면서 관세 정책을 설명했다.")
