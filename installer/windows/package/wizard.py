# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialogs of the installer: Welcome with the licence, progress and finish; repair or remove where it is installed.

Sizes are in units of the font, as Windows Installer has them. A dialog is a list of controls in the order of the Tab key.
"""

from dataclasses import dataclass, field

WIDTH, HEIGHT = 370, 270
BUTTONS = HEIGHT - 27
SHOWN, USABLE, SUNKEN, CLEAR, PLAIN_AMPERSANDS, SMOOTH = 1, 2, 4, 0x10000, 0x20000, 0x10000
MODAL, MODELESS = 0x1 | 0x2, 0x1

# Places in the sequence; the negative ones are for how it ended.
FINISHED, CANCELLED, FAILED = -1, -2, -3


@dataclass
class Control:
    name: str
    kind: str
    box: tuple
    text: str = ""
    attributes: int = SHOWN | USABLE
    property: str = ""
    events: list = field(default_factory=list)  # (event, argument, condition)
    hidden_if: str = ""
    shows: list = field(default_factory=list)  # (event of Windows Installer, attribute that follows it)


@dataclass
class Dialog:
    name: str
    controls: list
    default: str
    cancel: str
    place: int = 0  # 0: only another dialog opens it
    condition: str = ""
    attributes: int = MODAL
    size: tuple = (WIDTH, HEIGHT)


def heading(text):
    return Control("Heading", "Text", (20, 14, WIDTH - 40, 20), "{\\Heading}" + text, SHOWN | USABLE | CLEAR | PLAIN_AMPERSANDS)


def words(name, top, height, text, hidden_if=""):
    return Control(name, "Text", (20, top, WIDTH - 40, height), text, SHOWN | USABLE | CLEAR | PLAIN_AMPERSANDS, hidden_if=hidden_if)


def line():
    return Control("Line", "Line", (0, BUTTONS - 8, WIDTH, 2), attributes=SHOWN)


def button(name, from_right, text, events, width=66):
    left = WIDTH - 12 - from_right * 72 - width
    return Control(name, "PushButton", (left, BUTTONS, width, 17), text, events=events)


CANCEL = [("SpawnDialog", "CancelDialog", "1")]
GO_ON = [("EndDialog", "Return", "1")]


def dialogs(licence):
    return (
        Dialog("WelcomeDialog", [
            heading("Install Framehand [ProductVersion]"),
            words("Words", 38, 36, "Framehand lends the idle power of this PC to your media server, and never gets in your way. "
                  "It is free software; this is its licence, which asks nothing of you for using it:"),
            Control("Licence", "ScrollableText", (20, 78, WIDTH - 40, 112), rich_text(licence), SHOWN | USABLE | SUNKEN),
            Control("Autostart", "CheckBox", (20, 200, WIDTH - 40, 14), "&Start Framehand in the tray when I log in",
                    property="AUTOSTART", hidden_if="WIX_UPGRADE_DETECTED"),
            line(),
            button("Install", 1, "&Install", GO_ON),
            button("Cancel", 0, "Cancel", CANCEL),
        ], "Install", "Cancel", 1230, "NOT Installed"),
        Dialog("MaintenanceDialog", [
            heading("Framehand [ProductVersion] is installed"),
            words("Words", 44, 40, "Repair brings back files that are missing or damaged. Remove takes Framehand off this PC; it "
                  "asks a running Framehand to end first. Your settings stay, and so do your videos."),
            Control("Settings", "CheckBox", (20, 92, WIDTH - 40, 24),
                    "With Remove: take my s&ettings and the history of my jobs too", property="REMOVE_SETTINGS"),
            line(),
            button("Repair", 2, "Re&pair", [("ReinstallMode", "amus", "1"), ("Reinstall", "ALL", "1"), *GO_ON]),
            button("Remove", 1, "&Remove", [("Remove", "ALL", "1"), *GO_ON]),
            button("Cancel", 0, "Cancel", CANCEL),
        ], "Cancel", "Cancel", 1240, "Installed AND NOT RESUME AND NOT Preselected"),
        Dialog("ProgressDialog", [
            heading("Framehand"),
            words("Action", 70, 20, "Please wait."),
            Control("Bar", "ProgressBar", (20, 95, WIDTH - 40, 10), attributes=SHOWN | SMOOTH,
                    shows=[("SetProgress", "Progress")]),
            line(),
            button("Cancel", 0, "Cancel", CANCEL),
        ], "Cancel", "Cancel", 1280, attributes=MODELESS),
        Dialog("FinishedDialog", [
            heading("Done"),
            words("Installed", 44, 30, "Framehand is installed. At its first start it asks what it needs to know.", "Installed"),
            words("Changed", 44, 30, "Windows Installer has done what you asked for.", "NOT Installed"),
            Control("Start", "CheckBox", (20, 84, WIDTH - 40, 14), "&Start Framehand now", property="STARTAPP",
                    hidden_if="Installed"),
            line(),
            button("Finish", 0, "&Finish", [("DoAction", "StartApp", 'STARTAPP="1" AND NOT Installed'), *GO_ON]),
        ], "Finish", "Finish", FINISHED),
        Dialog("CancelledDialog", [
            heading("Cancelled"),
            words("Words", 44, 40, "Nothing was changed. Start the installer again whenever you like."),
            line(),
            button("Finish", 0, "&Close", [("EndDialog", "Exit", "1")]),
        ], "Finish", "Finish", CANCELLED),
        Dialog("FailedDialog", [
            heading("It did not succeed"),
            words("Words", 44, 60, "This PC is as it was before. What went wrong is in the log that this command writes in a terminal:"),
            words("Command", 100, 30, "msiexec /i framehand-[ProductVersion]-x64.msi /l*v framehand.log"),
            line(),
            button("Finish", 0, "&Close", [("EndDialog", "Exit", "1")]),
        ], "Finish", "Finish", FAILED),
        Dialog("CancelDialog", [
            Control("Words", "Text", (20, 20, 220, 24), "Do you want to cancel?", SHOWN | USABLE | CLEAR),
            Control("Yes", "PushButton", (62, 52, 66, 17), "&Yes", events=[("EndDialog", "Exit", "1")]),
            Control("No", "PushButton", (134, 52, 66, 17), "&No", events=GO_ON),
        ], "No", "No", size=(260, 85)),
        # Windows Installer opens the dialog of this name by itself.
        Dialog("FilesInUse", [
            heading("Programs use files of Framehand"),
            words("Words", 40, 30, "Please close them and press Try again. With Continue, the change is complete after the PC has "
                  "started again."),
            Control("List", "ListBox", (20, 76, WIDTH - 40, 130), property="FileInUseProcess", attributes=SHOWN | USABLE | SUNKEN),
            line(),
            button("Retry", 2, "&Try again", [("EndDialog", "Retry", "1")]),
            button("Ignore", 1, "C&ontinue", [("EndDialog", "Ignore", "1")]),
            button("Exit", 0, "Cancel", [("EndDialog", "Exit", "1")]),
        ], "Retry", "Exit", attributes=MODAL | 0x8),
    )


def rich_text(text):
    made = []
    for character in text.replace("\f", "").rstrip():
        if character == "\n":
            made.append("\\par ")
        elif character in "\\{}":
            made.append("\\" + character)
        elif ord(character) < 128:
            made.append(character)
        else:
            made.append(f"\\u{ord(character)}?")
    return "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Tahoma;}}\\f0\\fs16 " + "".join(made) + "}"


COLUMNS = {
    "Dialog": "Dialog s72 HCentering i2 VCentering i2 Width i2 Height i2 Attributes I4 Title L128 Control_First s50 "
              "Control_Default S50 Control_Cancel S50|Dialog",
    "Control": "Dialog_ s72 Control s50 Type s20 X i2 Y i2 Width i2 Height i2 Attributes I4 Property S50 Text L0 "
               "Control_Next S50 Help L50|Dialog_ Control",
    "ControlEvent": "Dialog_ s72 Control_ s50 Event s50 Argument s255 Condition S255 Ordering I2|"
                    "Dialog_ Control_ Event Argument Condition",
    "ControlCondition": "Dialog_ s72 Control_ s50 Action s50 Condition s255|Dialog_ Control_ Action Condition",
    "EventMapping": "Dialog_ s72 Control_ s50 Event s50 Attribute s50|Dialog_ Control_ Event",
    "CheckBox": "Property s72 Value S64|Property",
    "ListBox": "Property s72 Order i2 Value s64 Text L64|Property Order",
    "TextStyle": "TextStyle s72 FaceName s32 Size i2 Color I4 StyleBits I2|TextStyle",
    "ActionText": "Action s72 Description L0 Template L0|Action",
}
BOLD = "1"
ACTION_TEXTS = (
    ("QuitAllApps", "A running Framehand is asked to end", ""),
    ("InstallFiles", "Files are copied", ""),
    ("RemoveFiles", "Files are removed", ""),
    ("InstallService", "The service is set up", ""),
    ("RemoveService", "The service is removed", ""),
    ("StartServices", "The service is started", ""),
    ("StopServices", "The service is stopped", ""),
    ("RemoveExistingProducts", "The former version is removed", ""),
)


def tables(licence):
    """{name of the table: its text, as msibuild imports it}."""
    rows = {name: [] for name in COLUMNS}
    for dialog in dialogs(licence):
        named = [control for control in dialog.controls]
        tabs = [control for control in named if control.kind in ("PushButton", "CheckBox", "ScrollableText", "ListBox")]
        rows["Dialog"].append((dialog.name, 50, 50, *dialog.size, dialog.attributes, "Framehand [ProductVersion]",
                               dialog.default, dialog.default, dialog.cancel))
        for control in named:
            after = tabs[(tabs.index(control) + 1) % len(tabs)].name if control in tabs and len(tabs) > 1 else ""
            rows["Control"].append((dialog.name, control.name, control.kind, *control.box, control.attributes,
                                    control.property, control.text, after, ""))
            for order, (event, argument, condition) in enumerate(control.events, 1):
                rows["ControlEvent"].append((dialog.name, control.name, event, argument, condition, order))
            if control.hidden_if:
                rows["ControlCondition"].append((dialog.name, control.name, "Hide", control.hidden_if))
            rows["EventMapping"] += [(dialog.name, control.name, *pair) for pair in control.shows]
            if control.kind == "CheckBox":
                rows["CheckBox"].append((control.property, "1"))
    rows["EventMapping"].append(("ProgressDialog", "Action", "ActionText", "Text"))
    rows["TextStyle"] += [("Usual", "Tahoma", 8, "", ""), ("Heading", "Tahoma", 12, "", BOLD)]
    rows["ActionText"] += ACTION_TEXTS
    return {name: idt(name, content) for name, content in rows.items()}


def idt(name, rows):
    columns, keys = COLUMNS[name].split("|")
    words_of = columns.split()
    head = ["\t".join(words_of[::2]), "\t".join(words_of[1::2]), "\t".join([name, *keys.split()])]
    return "\r\n".join(head + ["\t".join(str(value) for value in row) for row in rows]) + "\r\n"


def statements(licence):
    made = ["INSERT INTO `Property` (`Property`, `Value`) VALUES ('DefaultUIFont', 'Usual')",
            "INSERT INTO `Property` (`Property`, `Value`) VALUES ('STARTAPP', '1')",
            "INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) "
            "VALUES ('StartApp', 226, 'INSTALLDIR', '\"[INSTALLDIR]framehand.exe\"')"]
    for dialog in dialogs(licence):
        if dialog.place:
            made.append("INSERT INTO `InstallUISequence` (`Action`, `Condition`, `Sequence`) "
                        f"VALUES ('{dialog.name}', '{dialog.condition}', {dialog.place})")
    return made
