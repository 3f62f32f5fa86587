# SPDX-License-Identifier: GPL-3.0-or-later
"""What the package does beside copying files, in tables for which wixl has no element, or not all of it."""

from package.failure import Failure

# Never changed: by it Windows Installer knows that two packages are versions of the same program.
UPGRADE_CODE = "{04E7528D-84DC-4278-8892-3D8EC7DF97AF}"

# Kinds of custom actions: a program of the package, one at a path in a property or from a folder, and a property's text.
PROGRAM, PROGRAM_AT, PROGRAM_FROM, PROPERTY = 18, 50, 34, 51
IGNORE_RESULT, NO_WAIT, ROLLBACK, DEFERRED, AS_SYSTEM = 0x40, 0x80, 0x100, 0x400, 0x800
AS_SYSTEM_LATER = DEFERRED | AS_SYSTEM

GONE = 'REMOVE="ALL" AND NOT UPGRADINGPRODUCTCODE'
# An upgrade sets it up again too: it keeps its account and whom it works for, and gets what is new in this version.
WANTED_SERVICE = 'NOT Installed AND (SERVICE="1" OR SERVICE_BEFORE="#2")'
NEW_SERVICE = 'NOT Installed AND SERVICE="1" AND NOT SERVICE_BEFORE'
FOR_THE_OWNER = '--owner [SERVICE_OWNER] --config-file "[SERVICE_CONFIG]" --data-folder "[SERVICE_DATA]"'
# The system, administrators and all users, by number: their names are translated.
FOR_ADMINISTRATORS_TO_CHANGE = ("/inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F "
                                "*S-1-5-32-545:(OI)(CI)RX")
SETTINGS = ("[AppDataFolder]Framehand", "[LocalAppDataFolder]Framehand")
# Without "if exist", which takes all that follows on the line with it.
ERASE = " & ".join(f'rmdir /s /q "{folder}"' for folder in SETTINGS)

# (name, kind, source, target, condition, place in the sequence)
ACTIONS = (
    ("KeepInstallDir", PROPERTY, "INSTALLDIR", "[INSTALLDIR_BEFORE]", "INSTALLDIR_BEFORE AND NOT INSTALLDIR", 60),
    ("TellInstallDir", PROPERTY, "ARPINSTALLLOCATION", "[INSTALLDIR]", "", 1010),
    ("NameFormerApp", PROPERTY, "FORMERAPP", "[INSTALLDIR]framehand.exe", "WIX_UPGRADE_DETECTED", 1020),
    # Whom the service works for: as before, or the person who installs; the command line may say something else.
    ("KeepOwner", PROPERTY, "SERVICE_OWNER", "[OWNER_BEFORE]", "OWNER_BEFORE AND NOT SERVICE_OWNER", 1030),
    ("KeepConfig", PROPERTY, "SERVICE_CONFIG", "[CONFIG_BEFORE]", "CONFIG_BEFORE AND NOT SERVICE_CONFIG", 1031),
    ("KeepData", PROPERTY, "SERVICE_DATA", "[DATA_BEFORE]", "DATA_BEFORE AND NOT SERVICE_DATA", 1032),
    ("TakeOwner", PROPERTY, "SERVICE_OWNER", "[UserSID]", "NOT SERVICE_OWNER", 1033),
    ("TakeConfig", PROPERTY, "SERVICE_CONFIG", "[AppDataFolder]Framehand\\config.yml", "NOT SERVICE_CONFIG", 1034),
    ("TakeData", PROPERTY, "SERVICE_DATA", "[LocalAppDataFolder]Framehand", "NOT SERVICE_DATA", 1035),
    # Before Windows Installer looks which files are in use, and would ask the person about it.
    ("QuitFormerApp", PROGRAM_AT | IGNORE_RESULT, "FORMERAPP", "--quit", "WIX_UPGRADE_DETECTED", 1380),
    ("QuitApp", PROGRAM | IGNORE_RESULT, "framehand.exe", "--quit", "Installed", 1390),
    # Those of other people who are logged in.
    ("QuitAllApps", PROGRAM | AS_SYSTEM_LATER | IGNORE_RESULT, "framehand.exe", "--quit", "Installed", 1550),
    ("RemoveService", PROGRAM | AS_SYSTEM_LATER | IGNORE_RESULT, "framehandctl.exe", "service remove", GONE, 1950),
    # What the app's own setting has written after the installer had left it out.
    ("ForgetAutostart", PROGRAM_FROM | DEFERRED | IGNORE_RESULT, "System64Folder",
     '"[System64Folder]reg.exe" delete HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run /v Framehand /f',
     f"{GONE} AND AUTOSTART_BEFORE AND ?Autostart<>3", 2610),
    ("RemoveSettings", PROGRAM_FROM | DEFERRED | IGNORE_RESULT, "System64Folder",
     f'"[System64Folder]cmd.exe" /d /c {ERASE}', f'{GONE} AND REMOVE_SETTINGS="1"', 3650),
    # Anybody may change what is on a data disk, and what lies there would run as the service and as the system.
    ("CloseInstallDir", PROGRAM_FROM | AS_SYSTEM_LATER | IGNORE_RESULT, "System64Folder",
     f'"[System64Folder]icacls.exe" "[INSTALLDIR]." {FOR_ADMINISTRATORS_TO_CHANGE}',
     'NOT REMOVE="ALL" AND NOT INSTALLDIR~<<ProgramFiles64Folder', 4010),
    ("UndoService", PROGRAM | AS_SYSTEM_LATER | ROLLBACK | IGNORE_RESULT, "framehandctl.exe", "service remove", NEW_SERVICE,
     5840),
    ("InstallService", PROGRAM | AS_SYSTEM_LATER, "framehandctl.exe", f"service install --no-start {FOR_THE_OWNER}",
     WANTED_SERVICE, 5850),
)
# Also where a wizard asks first: what it shows depends on it.
IN_THE_WIZARD = ("KeepInstallDir",)

CONDITIONS = {
    # An upgrade starts the app at login only if it was so before. The system itself never logs in.
    "Autostart": 'AUTOSTART="1" AND (AUTOSTART_BEFORE OR NOT WIX_UPGRADE_DETECTED) AND UserSID<>"S-1-5-18"',
    # "#2" is a service that starts by itself.
    "ServiceStart": 'SERVICE="1" OR SERVICE_BEFORE="#2"',
}
SECURE = ("AUTOSTART", "SERVICE", "SERVICE_OWNER", "SERVICE_CONFIG", "SERVICE_DATA", "REMOVE_SETTINGS", "INSTALLDIR",
          "INSTALLDIR_BEFORE", "AUTOSTART_BEFORE", "SERVICE_BEFORE", "OWNER_BEFORE", "CONFIG_BEFORE", "DATA_BEFORE",
          "WINDOWS_BUILD", "WIX_UPGRADE_DETECTED", "WIX_DOWNGRADE_DETECTED")


def sql(text):
    """A text in a statement, which has no way to write this character."""
    if "'" in text or "`" in text:
        raise Failure(f"a text of the package has a quotation mark in it: {text}")
    return f"'{text}'"


def statements(version):
    made = [f"UPDATE `Property` SET `Value`={sql(';'.join(SECURE))} WHERE `Property`='SecureCustomProperties'"]
    for component, condition in CONDITIONS.items():
        made.append(f"UPDATE `Component` SET `Condition`={sql(condition)} WHERE `Component`='{component}'")
    # The same version, built again, replaces what is there: 0x200 is "up to and including", 0x1 keeps the features.
    made.append("DELETE FROM `Upgrade` WHERE `ActionProperty`='WIX_UPGRADE_DETECTED'")
    made.append("INSERT INTO `Upgrade` (`UpgradeCode`, `VersionMin`, `VersionMax`, `Attributes`, `ActionProperty`) "
                f"VALUES ('{UPGRADE_CODE}', '', '{version}', 513, 'WIX_UPGRADE_DETECTED')")
    # Within the transaction: a failed upgrade brings the former version back.
    made.append("UPDATE `InstallExecuteSequence` SET `Sequence`=1510 WHERE `Action`='RemoveExistingProducts'")
    for name, kind, source, target, condition, place in ACTIONS:
        made.append("INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) "
                    f"VALUES ('{name}', {kind}, {sql(source)}, {sql(target)})")
        for table in ("InstallExecuteSequence", *(("InstallUISequence",) if name in IN_THE_WIZARD else ())):
            made.append(f"INSERT INTO `{table}` (`Action`, `Condition`, `Sequence`) "
                        f"VALUES ('{name}', {sql(condition)}, {place})")
    return made
