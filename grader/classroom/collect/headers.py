"""What the columns of a class's list are called: by schools, by Canvas, and by Moodle in English,
German, French and Chinese. All are without spaces and punctuation, in lower case.

Moodle's are those of its language packs (strings `recordid`, `idnumber`, `username`, `email`,
`fullname`, `firstname`, `lastname`).
"""

import re

from grader.classroom.collect.naming import folded

# fmt: off
IDS = (
    "studentid", "studentnumber", "studentno", "学号", "學號", "学生学号", "matriculationnumber",
    "matrikelnummer", "matrikelnr", "numéroétudiant", "numérodétudiant", "学籍番号", "username",
    "anmeldename", "benutzername", "nomdutilisateur", "用户名", "用戶名", "使用者名稱",
    "帳號", "账号", "userid", "login", "loginid", "netid", "sisloginid", "sisuserid", "idnumber",
    "idnummer", "numérodidentification", "编号", "編號", "identifier", "identifiant",
    "iddelenregistrement", "識別碼", "标识号", "标识符", "识别码", "githubusername", "id", "user",
    "student", "emailaddress", "email", "emailadresse", "adressedecourriel", "adresseélectronique",
    "courriel", "電子郵件信箱", "電子郵件", "电子邮件地址", "电子邮件",
)
"""Headers of columns that may hold an id, the best first. A row's others are further ids."""

NAMES = (
    "name", "fullname", "studentname", "displayname", "vollständigername", "nomcomplet", "全名",
    "姓名", "学生姓名", "學生姓名", "名字", "氏名", "nom", "student",
)
FIRST = ("firstname", "givenname", "givennames", "forename", "vorname", "prénom", "prénoms", "名")
LAST = (
    "lastname", "surname", "familyname", "nachname", "familienname", "nomdefamille", "姓", "姓氏",
)
GROUPS = (
    "group", "groupname", "team", "teamname", "小組", "组别", "組別", "小组", "gruppe", "groupe",
)
# fmt: on
GIVEN_WITH_FAMILY = "名字"
"""A whole name where it stands alone, and a given one beside a family name."""


def key(cell: str) -> str:
    """A header as it is written above."""
    return re.sub(r"[\W_]", "", folded(cell))


def parts_of_names(keys: list[str]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The headers of whole names, of given and of family names, in a list with these columns."""
    if GIVEN_WITH_FAMILY in keys and any(header in keys for header in LAST):
        whole = tuple(header for header in NAMES if header != GIVEN_WITH_FAMILY)
        return whole, (*FIRST, GIVEN_WITH_FAMILY), LAST
    return NAMES, FIRST, LAST


def is_family_name(whole: str, given: str) -> bool:
    """Whether the column for names has family names: `Name, Vorname` are two halves of one."""
    words = set(re.split(r"[\W_]+", folded(whole)))
    own = {word for word in re.split(r"[\W_]+", folded(given)) if word}
    return bool(own) and not own & words
