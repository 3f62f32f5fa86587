<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AdvancedPage</name>
    <message>
        <source>Back to the &amp;default</source>
        <translation>Auf &amp;Standardwert zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>S&amp;uchen:</translation>
    </message>
    <message>
        <source>Other settings</source>
        <translation>Weitere Einstellungen</translation>
    </message>
    <message>
        <source>What the chosen setting may be</source>
        <translation>Zulässige Werte der ausgewählten Einstellung</translation>
    </message>
    <message>
        <source>Settings file: %1</source>
        <translation>Einstellungsdatei: %1</translation>
    </message>
    <message>
        <source>Choose a setting to see what it may be. A double click or F2 changes its value.</source>
        <translation>Eine Einstellung auswählen, um die zulässigen Werte zu sehen. Ein Doppelklick oder F2 ändert den Wert.</translation>
    </message>
    <message>
        <source>Decided by %1, which goes before the settings file.</source>
        <translation>Festgelegt durch %1, mit Vorrang vor der Einstellungsdatei.</translation>
    </message>
    <message>
        <source>%1. Expected: %2.</source>
        <translation>%1. Erwartet: %2.</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>As the desktop</source>
        <translation>Wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>&amp;Farben:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Sprache:</translation>
    </message>
    <message>
        <source>Another language is shown from the next start of the app on.</source>
        <translation>Eine andere Sprache wird ab dem nächsten Start der App angezeigt.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>What the test found</source>
        <translation>Ergebnis des Tests</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ConnectionPage</name>
    <message>
        <source>An &amp;orchestrator hands out the jobs</source>
        <translation>Ein &amp;Orchestrator verteilt die Aufträge</translation>
    </message>
    <message>
        <source>This PC is the orchestrator and works for &amp;itself</source>
        <translation>Dieser PC ist selbst der Orchestrator und arbeitet für &amp;sich</translation>
    </message>
    <message>
        <source>Add&amp;ress of the orchestrator:</source>
        <translation>&amp;Adresse des Orchestrators:</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>&amp;Verbindung testen</translation>
    </message>
    <message>
        <source>&amp;Listens on the address:</source>
        <translation>&amp;Lauscht an Adresse:</translation>
    </message>
    <message>
        <source>On the &amp;port:</source>
        <translation>An &amp;Port:</translation>
    </message>
    <message>
        <source>&amp;Name of this worker:</source>
        <translation>&amp;Name dieses Workers:</translation>
    </message>
    <message>
        <source>127.0.0.1 is for this PC alone; 0.0.0.0 lets other PCs of your network work for it: those that know the access token below, or all if there is none.</source>
        <translation>127.0.0.1 gilt nur für diesen PC; mit 0.0.0.0 können andere PCs im eigenen Netzwerk für ihn arbeiten: alle, die das Zugriffstoken unten kennen, oder ohne Token jeder.</translation>
    </message>
    <message>
        <source>The daemon that runs now was not started by this app. It becomes its own orchestrator with a restart if it is the service; if it was started as "framehandd worker", it does not.</source>
        <translation>Der laufende Daemon wurde nicht von dieser App gestartet. Ist er der Dienst, wird er mit einem Neustart sein eigener Orchestrator; wurde er als „framehandd worker“ gestartet, dann nicht.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Other &amp;job sources...</source>
        <translation>Weitere Auftragsq&amp;uellen...</translation>
    </message>
    <message>
        <source>No orchestrator is asked for jobs. They come from: %1</source>
        <translation>Kein Orchestrator wird nach Aufträgen gefragt. Sie kommen von: %1</translation>
    </message>
    <message>
        <source>Jobs come from these sources, and the first is preferred: %1</source>
        <translation>Aufträge kommen aus diesen Quellen, die erste wird bevorzugt: %1</translation>
    </message>
    <message>
        <source>Jobs can also come from Redis, Celery, BullMQ or RabbitMQ.</source>
        <translation>Aufträge können auch von Redis, Celery, BullMQ oder RabbitMQ kommen.</translation>
    </message>
</context>
<context>
    <name>FieldForm</name>
    <message>
        <source>Choose...</source>
        <translation>Auswählen...</translation>
    </message>
    <message>
        <source>Choose the folder: %1</source>
        <translation>Ordner auswählen: %1</translation>
    </message>
    <message>
        <source>Decided by %1, which goes before the settings file.</source>
        <translation>Festgelegt durch %1, mit Vorrang vor der Einstellungsdatei.</translation>
    </message>
    <message>
        <source>This version of the daemon does not know it.</source>
        <translation>Diese Version des Daemons kennt diese Einstellung nicht.</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>starts at login</source>
        <translation>startet beim Anmelden</translation>
    </message>
    <message>
        <source>does not start at login</source>
        <translation>startet nicht beim Anmelden</translation>
    </message>
    <message>
        <source>Background service of this user</source>
        <translation>Hintergrunddienst dieses Benutzers</translation>
    </message>
    <message>
        <source>not installed by this setup</source>
        <translation>nicht durch diese Einrichtung installiert</translation>
    </message>
    <message>
        <source>installed and started</source>
        <translation>installiert und gestartet</translation>
    </message>
    <message>
        <source>The settings are written into %1</source>
        <translation>Einstellungen in %1 geschrieben</translation>
    </message>
    <message>
        <source>Framehand starts at the next login</source>
        <translation>Framehand startet bei der nächsten Anmeldung</translation>
    </message>
    <message>
        <source>Framehand no longer starts at login</source>
        <translation>Framehand startet nicht mehr beim Anmelden</translation>
    </message>
    <message>
        <source>The daemon starts with these settings</source>
        <translation>Der Daemon startet mit diesen Einstellungen</translation>
    </message>
    <message>
        <source>The service is installed and runs</source>
        <translation>Der Dienst ist installiert und läuft</translation>
    </message>
    <message>
        <source>Background service of this machine</source>
        <translation>Hintergrunddienst dieses Rechners</translation>
    </message>
</context>
<context>
    <name>FirstRunWizard</name>
    <message>
        <source>Set up Framehand</source>
        <translation>Framehand einrichten</translation>
    </message>
    <message>
        <source>Set up Framehand: %1</source>
        <translation>Framehand einrichten: %1</translation>
    </message>
</context>
<context>
    <name>HistoryDetail</name>
    <message>
        <source>Job: %1</source>
        <translation>Auftrag: %1</translation>
    </message>
    <message>
        <source>Video:</source>
        <translation>Video:</translation>
    </message>
    <message>
        <source>Result:</source>
        <translation>Ergebnis:</translation>
    </message>
    <message>
        <source>Began:</source>
        <translation>Beginn:</translation>
    </message>
    <message>
        <source>Ended:</source>
        <translation>Ende:</translation>
    </message>
    <message>
        <source>Took, with pauses:</source>
        <translation>Dauer mit Pausen:</translation>
    </message>
    <message>
        <source>Took, without pauses:</source>
        <translation>Dauer ohne Pausen:</translation>
    </message>
    <message>
        <source>Speed:</source>
        <translation>Geschwindigkeit:</translation>
    </message>
    <message>
        <source>Size before:</source>
        <translation>Größe vorher:</translation>
    </message>
    <message>
        <source>Size after:</source>
        <translation>Größe nachher:</translation>
    </message>
    <message>
        <source>Made:</source>
        <translation>Erzeugt:</translation>
    </message>
    <message>
        <source>Folder on the share:</source>
        <translation>Ordner auf der Freigabe:</translation>
    </message>
    <message>
        <source>Playlist:</source>
        <translation>Wiedergabeliste:</translation>
    </message>
    <message>
        <source>Job's id:</source>
        <translation>Auftrags-ID:</translation>
    </message>
    <message>
        <source>Error:</source>
        <translation>Fehler:</translation>
    </message>
    <message>
        <source>&amp;Cause:</source>
        <translation>&amp;Ursache:</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Cause:</source>
        <translation>Ursache:</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>K&amp;opieren</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between renditions</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Attempts:</source>
        <translation>Versuch:</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Size before</source>
        <translation>Größe vorher</translation>
    </message>
    <message>
        <source>Size after</source>
        <translation>Größe nachher</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Why the list is not up to date</source>
        <translation>Warum die Liste nicht aktuell ist</translation>
    </message>
    <message>
        <source>How many jobs are listed</source>
        <translation>Anzahl der aufgelisteten Aufträge</translation>
    </message>
    <message>
        <source>What became of the last wish</source>
        <translation>Ergebnis der letzten Aktion</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>&amp;Suchen:</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Words in the name, the id or the error</source>
        <translation>Wörter aus Name, ID oder Fehler</translation>
    </message>
    <message>
        <source>&amp;Result:</source>
        <translation>&amp;Ergebnis:</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Jobs that ended on this PC</source>
        <translation>Auf diesem PC beendete Aufträge</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>Deta&amp;ils</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>A&amp;bspielen</translation>
    </message>
    <message>
        <source>&amp;Export as CSV...</source>
        <translation>Als &amp;CSV exportieren...</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n Auftrag</numerusform>
            <numerusform>%n Aufträge</numerusform>
        </translation>
    </message>
    <message>
        <source>No job is like this.</source>
        <translation>Kein passender Auftrag gefunden.</translation>
    </message>
    <message>
        <source>No job has ended on this PC yet.</source>
        <translation>Auf diesem PC wurde noch kein Auftrag beendet.</translation>
    </message>
    <message>
        <source>"%1" waits for its turn again.</source>
        <translation>„%1“ ist wieder in der Warteschlange.</translation>
    </message>
    <message>
        <source>"%1" cannot be tried again: %2</source>
        <translation>„%1“ kann nicht erneut versucht werden: %2</translation>
    </message>
    <message>
        <source>The folder %1 cannot be opened.</source>
        <translation>Der Ordner %1 kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>No program could be found that plays %1.</source>
        <translation>Es wurde kein Programm gefunden, das %1 abspielt.</translation>
    </message>
    <message>
        <source>Export the jobs that are listed</source>
        <translation>Aufgelistete Aufträge exportieren</translation>
    </message>
    <message>
        <source>The jobs cannot be exported: %1</source>
        <translation>Die Aufträge können nicht exportiert werden: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) exported to %1</source>
        <translation>
            <numerusform>%n Auftrag nach %1 exportiert</numerusform>
            <numerusform>%n Aufträge nach %1 exportiert</numerusform>
        </translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2</source>
        <translation>Die Datei %1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Try aga&amp;in</source>
        <translation>Er&amp;neut versuchen</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>%1×</source>
        <comment>times as fast as it plays</comment>
        <translation>%1×</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a size, and how much that is of the size before</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>HoursPage</name>
    <message>
        <source>Only you pause work now: the rules below are switched off.</source>
        <translation>Pausiert wird jetzt nur noch von Hand: Die Regeln unten sind ausgeschaltet.</translation>
    </message>
    <message>
        <source>&amp;Leave this PC alone while somebody needs it</source>
        <translation>Diesen PC in &amp;Ruhe lassen, solange ihn jemand braucht</translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <translation>Arbeitszeiten der Woche</translation>
    </message>
    <message>
        <source>Hours of the week: %1</source>
        <translation>Arbeitszeiten der Woche: %1</translation>
    </message>
    <message>
        <source>Al&amp;ways</source>
        <translation>&amp;Immer</translation>
    </message>
    <message>
        <source>&amp;Nights only</source>
        <translation>Nur &amp;nachts</translation>
    </message>
    <message>
        <source>Nights and wee&amp;kends</source>
        <translation>Nachts und am &amp;Wochenende</translation>
    </message>
    <message>
        <source>&amp;In words of the settings file:</source>
        <translation>&amp;Text in der Einstellungsdatei:</translation>
    </message>
    <message>
        <source>What pauses work</source>
        <translation>Wann pausiert wird</translation>
    </message>
    <message>
        <source>Pause while keyboard or mouse are in &amp;use</source>
        <translation>Pausieren, solange Tastatur oder Maus &amp;benutzt werden</translation>
    </message>
    <message>
        <source>Time without in&amp;put until work goes on:</source>
        <translation>&amp;Zeit ohne Eingabe, bis es weitergeht:</translation>
    </message>
    <message>
        <source>Pause while a program fills the &amp;screen or a game runs</source>
        <translation>Pausieren, solange ein Programm den Bildschirm &amp;füllt oder ein Spiel läuft</translation>
    </message>
    <message>
        <source>Pause while this PC runs on &amp;battery</source>
        <translation>Pausieren, solange dieser PC im A&amp;kkubetrieb läuft</translation>
    </message>
    <message>
        <source>Pause while the power sa&amp;ver is on</source>
        <translation>Pausieren, solange der &amp;Energiesparmodus aktiv ist</translation>
    </message>
    <message>
        <source>Pause while the network is &amp;metered</source>
        <translation>Pausieren, solange die Netzwerkverbindung &amp;getaktet ist</translation>
    </message>
    <message>
        <source>Pause when o&amp;ther programs use more of the processor than:</source>
        <translation>Pausieren, wenn &amp;andere Programme den Prozessor stärker auslasten als:</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Pause when the processor is &amp;hotter than:</source>
        <translation>Pausieren, wenn der Prozessor &amp;heißer ist als:</translation>
    </message>
    <message>
        <source> °C</source>
        <translation> °C</translation>
    </message>
    <message>
        <source>Programs that pause work while they run</source>
        <translation>Programme, bei denen pausiert wird, solange sie laufen</translation>
    </message>
    <message>
        <source>P&amp;rograms:</source>
        <translation>&amp;Programme:</translation>
    </message>
    <message>
        <source>Choose from the programs that run n&amp;ow...</source>
        <translation>Aus la&amp;ufenden Programmen auswählen...</translation>
    </message>
    <message>
        <source>When to work</source>
        <translation>Arbeitszeiten</translation>
    </message>
</context>
<context>
    <name>JobSourcesPage</name>
    <message>
        <source>&amp;Set up object storage...</source>
        <translation>Objektspeicher e&amp;inrichten...</translation>
    </message>
    <message>
        <source>Jobs come from all sources that are checked. The upper ones are asked first.</source>
        <translation>Aufträge kommen aus allen angekreuzten Quellen. Die oberen werden zuerst gefragt.</translation>
    </message>
    <message>
        <source>It hands out jobs to many PCs. Where it is, or that this PC is its own, is said on the page Connection.</source>
        <translation>Er verteilt Aufträge an viele PCs. Wo er ist oder dass dieser PC es selbst ist, steht auf der Seite „Verbindung“.</translation>
    </message>
    <message>
        <source>Open the page &amp;Connection</source>
        <translation>Seite „&amp;Verbindung“ öffnen</translation>
    </message>
    <message>
        <source>Passwords and keys are kept in your keychain and, because the daemon also works while nobody is logged in to unlock a keychain, in files that only you can read: %1</source>
        <translation>Passwörter und Schlüssel liegen im Schlüsselbund und, weil der Daemon auch arbeitet, wenn niemand angemeldet ist, der einen Schlüsselbund entsperren könnte, in Dateien, die nur der angemeldete Benutzer lesen kann: %1</translation>
    </message>
    <message>
        <source>What passwords and keys the daemon has cannot be read: %1</source>
        <translation>Welche Passwörter und Schlüssel der Daemon hat, kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Job sources</source>
        <translation>Auftragsquellen</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>What became of the last wish</source>
        <translation>Ergebnis der letzten Aktion</translation>
    </message>
    <message>
        <source>&amp;Level:</source>
        <translation>&amp;Stufe:</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Without details</source>
        <translation>Ohne Details</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>&amp;Job:</source>
        <translation>&amp;Auftrag:</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>Neuen Zeilen &amp;folgen</translation>
    </message>
    <message>
        <source>Keep the newest line in sight</source>
        <translation>Neueste Zeile im Blick behalten</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>What is selected, or everything that is shown</source>
        <translation>Die Auswahl oder alles Angezeigte</translation>
    </message>
    <message>
        <source>Save a re&amp;port...</source>
        <translation>Bericht s&amp;peichern...</translation>
    </message>
    <message numerus="yes">
        <source>(%n line(s) are missing here)</source>
        <translation>
            <numerusform>(hier fehlt %n Zeile)</numerusform>
            <numerusform>(hier fehlen %n Zeilen)</numerusform>
        </translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>The report is being made...</source>
        <translation>Bericht wird erstellt...</translation>
    </message>
    <message>
        <source>The report is in %1</source>
        <translation>Der Bericht liegt in %1</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2</source>
        <translation>Die Datei %1 kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Framehand</source>
        <translation>Framehand</translation>
    </message>
    <message>
        <source>&amp;Close the window</source>
        <translation>&amp;Fenster schließen</translation>
    </message>
    <message>
        <source>&amp;Quit Framehand</source>
        <translation>Framehand &amp;beenden</translation>
    </message>
    <message>
        <source>&amp;Settings...</source>
        <translation>&amp;Einstellungen...</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>&amp;Now</source>
        <translation>Akt&amp;uell</translation>
    </message>
    <message>
        <source>Histor&amp;y</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>Lo&amp;g</source>
        <translation>Pro&amp;tokoll</translation>
    </message>
    <message>
        <source>&amp;This PC</source>
        <translation>&amp;Dieser PC</translation>
    </message>
    <message>
        <source>%1, %2 - Framehand</source>
        <translation>%1, %2 - Framehand</translation>
    </message>
    <message>
        <source>Fr&amp;amehand</source>
        <translation>Fr&amp;amehand</translation>
    </message>
</context>
<context>
    <name>MeasurePage</name>
    <message>
        <source>What can this PC do?</source>
        <translation>Was kann dieser PC?</translation>
    </message>
    <message>
        <source>Each encoder of this PC, also of its graphics card, really encodes some pictures. You need not wait for it.</source>
        <translation>Jeder Encoder dieses PCs, auch der Grafikkarte, kodiert zur Probe einige Bilder. Das Ende muss nicht abgewartet werden.</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>Fortschritt der Messung</translation>
    </message>
    <message>
        <source>What is measured now</source>
        <translation>Was gerade gemessen wird</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>Was gemessen wurde</translation>
    </message>
    <message>
        <source>Measuring...</source>
        <translation>Messung läuft...</translation>
    </message>
    <message>
        <source>Measuring %1...</source>
        <translation>%1 wird gemessen...</translation>
    </message>
    <message>
        <source>It could not be measured: %1</source>
        <translation>Messung nicht möglich: %1</translation>
    </message>
    <message>
        <source>Measured.</source>
        <translation>Messung abgeschlossen.</translation>
    </message>
    <message>
        <source>%1: %2 pictures a second at 1280 x 720</source>
        <translation>%1: %2 Bilder pro Sekunde bei 1280 x 720</translation>
    </message>
    <message>
        <source>%1: works</source>
        <translation>%1: funktioniert</translation>
    </message>
    <message>
        <source>No video encoder works on this PC.</source>
        <translation>Auf diesem PC funktioniert kein Video-Encoder.</translation>
    </message>
</context>
<context>
    <name>NasPage</name>
    <message>
        <source>&amp;Use this folder all the same</source>
        <translation>Diesen Ordner &amp;trotzdem verwenden</translation>
    </message>
    <message>
        <source>Where are the videos?</source>
        <translation>Wo liegen die Videos?</translation>
    </message>
    <message>
        <source>All videos are read below one folder, and the finished packages are written below it: usually a share of a NAS that is mounted on this PC.</source>
        <translation>Alle Videos werden aus einem Ordner samt Unterordnern gelesen, auch die fertigen Pakete werden dort abgelegt: meist eine Freigabe eines NAS, die auf diesem PC eingebunden ist.</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Ordner:</translation>
    </message>
    <message>
        <source>&amp;Choose...</source>
        <translation>&amp;Auswählen...</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Ordner auswählen</translation>
    </message>
    <message>
        <source>&amp;Test reading, writing and renaming</source>
        <translation>&amp;Lesen, Schreiben und Umbenennen testen</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Framehand needs you</source>
        <translation>Framehand braucht Hilfe</translation>
    </message>
    <message>
        <source>A video</source>
        <translation>Ein Video</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 is finished</source>
        <translation>%1 ist fertig</translation>
    </message>
    <message>
        <source>It is in its place and can be played.</source>
        <translation>Das Video liegt an seinem Platz und kann abgespielt werden.</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>Notify me when a job is &amp;finished</source>
        <translation>Benachrichtigen, wenn ein Auftrag &amp;fertig ist</translation>
    </message>
    <message>
        <source>Notify me when a job has fai&amp;led, with its cause</source>
        <translation>Benachrichtigen, wenn ein Auftrag fehl&amp;schlägt, mit Angabe der Ursache</translation>
    </message>
    <message>
        <source>Notify me when somebody is &amp;needed, as when the folder with the videos is away</source>
        <translation>Benachrichtigen, wenn jemand &amp;eingreifen muss, etwa weil der Ordner mit den Videos fehlt</translation>
    </message>
    <message>
        <source>Show a &amp;test notification</source>
        <translation>&amp;Testbenachrichtigung anzeigen</translation>
    </message>
    <message>
        <source>This is a test</source>
        <translation>Dies ist ein Test</translation>
    </message>
    <message>
        <source>Notifications of Framehand arrive.</source>
        <translation>Benachrichtigungen von Framehand kommen an.</translation>
    </message>
    <message>
        <source>Nothing appears? Then the desktop shows no notifications now: it may be in a mode in which it does not disturb.</source>
        <translation>Es erscheint nichts? Dann zeigt die Arbeitsumgebung derzeit keine Benachrichtigungen an: Vielleicht ist „Nicht stören“ aktiv.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
</context>
<context>
    <name>NowPage</name>
    <message>
        <source>What was refused</source>
        <translation>Was abgelehnt wurde</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Letzter Fehler</translation>
    </message>
    <message>
        <source>Jobs since the start</source>
        <translation>Aufträge seit dem Start</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What happens now</source>
        <translation>Was gerade geschieht</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Was als Nächstes kommt</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>File of the video</source>
        <translation>Datei des Videos</translation>
    </message>
    <message>
        <source>What is made of it</source>
        <translation>Was daraus erzeugt wird</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Verbleibende Zeit</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Frames a second over time</source>
        <translation>Bilder pro Sekunde im Zeitverlauf</translation>
    </message>
    <message>
        <source>Speed over time</source>
        <translation>Geschwindigkeit im Zeitverlauf</translation>
    </message>
    <message>
        <source>What the job takes of this PC</source>
        <translation>Was der Auftrag von diesem PC beansprucht</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Finish this job, then pause</source>
        <translation>Diesen &amp;Auftrag abschließen, dann pausieren</translation>
    </message>
    <message>
        <source>&amp;Ignore "in use" for 1 hour</source>
        <translation>„In Benutzung“ 1 Stunde lang &amp;ignorieren</translation>
    </message>
    <message>
        <source>&amp;Heed "in use" again</source>
        <translation>„In Benutzung“ wieder bea&amp;chten</translation>
    </message>
    <message>
        <source>&amp;Start Framehand</source>
        <translation>Framehand &amp;starten</translation>
    </message>
    <message>
        <source>Jobs since the start: finished %1, failed %2</source>
        <translation>Aufträge seit dem Start: %1 fertig, %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Last error: %1</source>
        <translation>Letzter Fehler: %1</translation>
    </message>
</context>
<context>
    <name>OrchestratorPage</name>
    <message>
        <source>&amp;This PC alone: it hands out its jobs itself</source>
        <translation>&amp;Nur dieser PC: Er verteilt seine Aufträge selbst</translation>
    </message>
    <message>
        <source>An &amp;orchestrator in the network</source>
        <translation>Ein &amp;Orchestrator im Netzwerk</translation>
    </message>
    <message>
        <source>Where do the jobs come from?</source>
        <translation>Woher kommen die Aufträge?</translation>
    </message>
    <message>
        <source>An orchestrator hands out jobs to many PCs. If you have none, this PC does it for itself.</source>
        <translation>Ein Orchestrator verteilt Aufträge an viele PCs. Ist keiner vorhanden, übernimmt dieser PC das für sich selbst.</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Adresse:</translation>
    </message>
    <message>
        <source>T&amp;est the connection</source>
        <translation>&amp;Verbindung testen</translation>
    </message>
</context>
<context>
    <name>PauseMenu</name>
    <message>
        <source>For &amp;15 minutes</source>
        <translation>Für &amp;15 Minuten</translation>
    </message>
    <message>
        <source>For 1 &amp;hour</source>
        <translation>Für 1 &amp;Stunde</translation>
    </message>
    <message>
        <source>Until &amp;tomorrow, %1</source>
        <translation>Bis &amp;morgen, %1</translation>
    </message>
    <message>
        <source>Until I &amp;resume</source>
        <translation>Bis zum &amp;Fortsetzen</translation>
    </message>
</context>
<context>
    <name>PerformancePage</name>
    <message>
        <source>Processor &amp;cores for transcoding:</source>
        <translation>Prozessor&amp;kerne zum Transkodieren:</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Most &amp;memory of a job:</source>
        <translation>&amp;Arbeitsspeicher pro Auftrag höchstens:</translation>
    </message>
    <message>
        <source>&amp;Priority:</source>
        <translation>&amp;Priorität:</translation>
    </message>
    <message>
        <source>Only what nobody else wants</source>
        <translation>Nur, was sonst niemand braucht</translation>
    </message>
    <message>
        <source>As any program: for a PC that does nothing else</source>
        <translation>Wie jedes Programm: für einen PC, der sonst nichts tut</translation>
    </message>
    <message>
        <source>Keep this PC a&amp;wake while a job runs</source>
        <translation>Diesen PC &amp;wach halten, solange ein Auftrag läuft</translation>
    </message>
    <message>
        <source>&amp;Encoders:</source>
        <translation>&amp;Encoder:</translation>
    </message>
    <message>
        <source>As measured, a graphics card included</source>
        <translation>Wie gemessen, auch mit der Grafikkarte</translation>
    </message>
    <message>
        <source>The processor alone, never a graphics card</source>
        <translation>Nur der Prozessor, nie eine Grafikkarte</translation>
    </message>
    <message>
        <source>Encoders are chosen by measuring: what this PC encodes fastest at the same quality is used.</source>
        <translation>Encoder werden durch Messung ausgewählt: Verwendet wird, womit dieser PC bei gleicher Qualität am schnellsten kodiert.</translation>
    </message>
    <message>
        <source>%1 of %2 cores of this PC: %3 % of its processor.</source>
        <translation>%1 von %2 Kernen dieses PCs: %3 % des Prozessors.</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Leistung</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>Newest picture of the video</source>
        <translation>Neuestes Bild des Videos</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>Noch kein Bild</translation>
    </message>
</context>
<context>
    <name>ProgramPicker</name>
    <message>
        <source>Programs that pause work</source>
        <translation>Programme, bei denen pausiert wird</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>&amp;Suchen:</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programme</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Making the changes</source>
        <translation>Anwenden der Änderungen</translation>
    </message>
    <message>
        <source>One after the other, as they were listed.</source>
        <translation>Nacheinander, in der aufgelisteten Reihenfolge.</translation>
    </message>
    <message>
        <source>Please wait...</source>
        <translation>Bitte warten...</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Framehand is ready. All of it can be changed in the settings.</source>
        <translation>Framehand ist bereit. Alles lässt sich in den Einstellungen ändern.</translation>
    </message>
    <message>
        <source>The steps after that were not done. The first setup can be opened again from the settings, on the page Startup.</source>
        <translation>Die Schritte danach wurden nicht ausgeführt. Die Ersteinrichtung lässt sich in den Einstellungen auf der Seite „Autostart“ erneut öffnen.</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Use the one in the keychain</source>
        <translation>Eintrag aus dem Schlüsselbund verwenden</translation>
    </message>
    <message>
        <source>Show what is typed: %1</source>
        <translation>Eingabe anzeigen: %1</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>Entfernen: %1</translation>
    </message>
    <message>
        <source>Use the one in the keychain: %1</source>
        <translation>Eintrag aus dem Schlüsselbund verwenden: %1</translation>
    </message>
    <message>
        <source>The keychain cannot be read: %1</source>
        <translation>Der Schlüsselbund kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Not set.</source>
        <translation>Nicht festgelegt.</translation>
    </message>
    <message>
        <source>Not set, but your keychain has one for this address.</source>
        <translation>Nicht festgelegt, aber im Schlüsselbund liegt ein Eintrag für diese Adresse.</translation>
    </message>
    <message>
        <source>Apply removes it from the keychain and from the file.</source>
        <translation>„Anwenden“ entfernt es aus dem Schlüsselbund und aus der Datei.</translation>
    </message>
    <message>
        <source>Set. What is typed here takes its place.</source>
        <translation>Festgelegt. Eine Eingabe hier tritt an die Stelle.</translation>
    </message>
    <message>
        <source>It is a credential that the service manager hands over. It can be changed only there.</source>
        <translation>Die Dienstverwaltung übergibt es (systemd-Credential). Es kann nur dort geändert werden.</translation>
    </message>
    <message>
        <source>The environment of the daemon has it. It can be changed only there.</source>
        <translation>Es steht in einer Umgebungsvariablen des Daemons. Es kann nur dort geändert werden.</translation>
    </message>
    <message>
        <source>This version of the daemon keeps no such secret.</source>
        <translation>Diese Version des Daemons bewahrt so etwas nicht auf.</translation>
    </message>
    <message>
        <source>No keychain could take it, so it is kept in the file alone: %1</source>
        <translation>Kein Schlüsselbund konnte es aufnehmen; es liegt daher nur in der Datei: %1</translation>
    </message>
    <message>
        <source>It could not be removed from the keychain: %1</source>
        <translation>Es konnte nicht aus dem Schlüsselbund entfernt werden: %1</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Framehand is not set up yet: it does not know where the videos are</source>
        <translation>Framehand ist noch nicht eingerichtet: Der Ort der Videos ist nicht bekannt</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation>%1 fps</translation>
    </message>
    <message>
        <source>%1 times as fast as it plays</source>
        <translation>%1-fache Wiedergabegeschwindigkeit</translation>
    </message>
    <message>
        <source>Preparing %1</source>
        <translation>Wird vorbereitet: %1</translation>
    </message>
    <message>
        <source>Preparing a video</source>
        <translation>Ein Video wird vorbereitet</translation>
    </message>
    <message>
        <source>Copying %1 to its place</source>
        <translation>Wird an den Zielort kopiert: %1</translation>
    </message>
    <message>
        <source>Copying a video to its place</source>
        <translation>Ein Video wird an den Zielort kopiert</translation>
    </message>
    <message>
        <source>Reporting the end of %1</source>
        <translation>Abschluss wird gemeldet: %1</translation>
    </message>
    <message>
        <source>Reporting the end of a job</source>
        <translation>Abschluss eines Auftrags wird gemeldet</translation>
    </message>
    <message>
        <source>Transcoding %1</source>
        <translation>Wird transkodiert: %1</translation>
    </message>
    <message>
        <source>Transcoding a video</source>
        <translation>Ein Video wird transkodiert</translation>
    </message>
    <message>
        <source>you are using this PC</source>
        <translation>dieser PC wird benutzt</translation>
    </message>
    <message>
        <source>nobody can tell whether this PC is in use</source>
        <translation>nicht feststellbar, ob dieser PC benutzt wird</translation>
    </message>
    <message>
        <source>a program fills the screen</source>
        <translation>ein Programm füllt den Bildschirm</translation>
    </message>
    <message>
        <source>a game runs</source>
        <translation>ein Spiel läuft</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 läuft</translation>
    </message>
    <message>
        <source>other programs need the processor</source>
        <translation>andere Programme brauchen den Prozessor</translation>
    </message>
    <message>
        <source>on battery</source>
        <translation>Akkubetrieb</translation>
    </message>
    <message>
        <source>the power saver is on</source>
        <translation>der Energiesparmodus ist aktiv</translation>
    </message>
    <message>
        <source>outside the hours for work</source>
        <translation>außerhalb der Arbeitszeiten</translation>
    </message>
    <message>
        <source>the network is metered</source>
        <translation>die Netzwerkverbindung ist getaktet</translation>
    </message>
    <message>
        <source>this PC is too hot</source>
        <translation>dieser PC ist zu heiß</translation>
    </message>
    <message>
        <source>this PC is too hot (%1)</source>
        <translation>dieser PC ist zu heiß (%1)</translation>
    </message>
    <message>
        <source>the disk for unfinished work is nearly full</source>
        <translation>das Laufwerk für unfertige Arbeit ist fast voll</translation>
    </message>
    <message>
        <source>for a reason that this version does not know</source>
        <translation>aus einem Grund, den diese Version nicht kennt</translation>
    </message>
    <message>
        <source>Goes on after %1 without input</source>
        <translation>Weiter nach %1 ohne Eingabe</translation>
    </message>
    <message>
        <source>Goes on once it can be told whether this PC is in use</source>
        <translation>Weiter, sobald feststellbar ist, ob dieser PC benutzt wird</translation>
    </message>
    <message>
        <source>Goes on after the full screen is left</source>
        <translation>Weiter nach Ende des Vollbildmodus</translation>
    </message>
    <message>
        <source>Goes on %1 after the full screen is left</source>
        <translation>Weiter %1 nach Ende des Vollbildmodus</translation>
    </message>
    <message>
        <source>Goes on after the game ends</source>
        <translation>Weiter nach Ende des Spiels</translation>
    </message>
    <message>
        <source>Goes on %1 after the game ends</source>
        <translation>Weiter %1 nach Ende des Spiels</translation>
    </message>
    <message>
        <source>Goes on after the program ends</source>
        <translation>Weiter nach Ende des Programms</translation>
    </message>
    <message>
        <source>Goes on %1 after the program ends</source>
        <translation>Weiter %1 nach Ende des Programms</translation>
    </message>
    <message>
        <source>Goes on when the other programs are done</source>
        <translation>Weiter, sobald die anderen Programme fertig sind</translation>
    </message>
    <message>
        <source>Goes on %1 after the other programs are done</source>
        <translation>Weiter %1, nachdem die anderen Programme fertig sind</translation>
    </message>
    <message>
        <source>Goes on when this PC is plugged in</source>
        <translation>Weiter, sobald dieser PC am Stromnetz ist</translation>
    </message>
    <message>
        <source>Goes on %1 after this PC is plugged in</source>
        <translation>Weiter %1 nach dem Anschließen dieses PCs ans Stromnetz</translation>
    </message>
    <message>
        <source>Goes on when the power saver is switched off</source>
        <translation>Weiter nach dem Ausschalten des Energiesparmodus</translation>
    </message>
    <message>
        <source>Goes on %1 after the power saver is switched off</source>
        <translation>Weiter %1 nach dem Ausschalten des Energiesparmodus</translation>
    </message>
    <message>
        <source>Goes on once hours for work are set</source>
        <translation>Weiter, sobald Arbeitszeiten festgelegt sind</translation>
    </message>
    <message>
        <source>Goes on with another network</source>
        <translation>Weiter in einem anderen Netzwerk</translation>
    </message>
    <message>
        <source>Goes on %1 after another network is used</source>
        <translation>Weiter %1 nach dem Wechsel des Netzwerks</translation>
    </message>
    <message>
        <source>Goes on when this PC has cooled down</source>
        <translation>Weiter, sobald dieser PC abgekühlt ist</translation>
    </message>
    <message>
        <source>Goes on %1 after this PC has cooled down</source>
        <translation>Weiter %1 nach dem Abkühlen dieses PCs</translation>
    </message>
    <message>
        <source>Goes on when there is space on the disk</source>
        <translation>Weiter, sobald auf dem Laufwerk Platz frei ist</translation>
    </message>
    <message>
        <source>Goes on %1 after there is space on the disk</source>
        <translation>Weiter %1, nachdem auf dem Laufwerk Platz frei geworden ist</translation>
    </message>
    <message>
        <source>Goes on: %1</source>
        <extracomment>%1 is the daemon's own English, for a reason that is newer than this program</extracomment>
        <translation>Weiter: %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>Wartet: %1</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between causes</comment>
        <translation>; </translation>
    </message>
    <message>
        <source>Waiting: the orchestrator at %1 does not answer</source>
        <translation>Wartet: Der Orchestrator unter %1 antwortet nicht</translation>
    </message>
    <message>
        <source>Paused by you</source>
        <translation>Von Hand pausiert</translation>
    </message>
    <message>
        <source>Framehand cannot run</source>
        <translation>Framehand kann nicht laufen</translation>
    </message>
    <message>
        <source>Cannot work</source>
        <translation>Arbeit nicht möglich</translation>
    </message>
    <message>
        <source>Framehand is starting</source>
        <translation>Framehand startet</translation>
    </message>
    <message>
        <source>Framehand does not run</source>
        <translation>Framehand läuft nicht</translation>
    </message>
    <message>
        <source>This PC hands out jobs and takes none itself</source>
        <translation>Dieser PC verteilt Aufträge und übernimmt selbst keine</translation>
    </message>
    <message>
        <source>Finding out what this PC can do</source>
        <translation>Fähigkeiten dieses PCs werden ermittelt</translation>
    </message>
    <message>
        <source>Ready, there is no job</source>
        <translation>Bereit, kein Auftrag vorhanden</translation>
    </message>
    <message>
        <source>Then paused until %1</source>
        <comment>a time of day</comment>
        <translation>Danach Pause bis %1</translation>
    </message>
    <message>
        <source>Then paused until tomorrow, %1</source>
        <translation>Danach Pause bis morgen, %1</translation>
    </message>
    <message>
        <source>Then paused until %1</source>
        <comment>a date with a time</comment>
        <translation>Danach Pause bis %1</translation>
    </message>
    <message>
        <source>Then paused until you resume</source>
        <translation>Danach Pause bis zum Fortsetzen</translation>
    </message>
    <message>
        <source>Then it pauses</source>
        <translation>Danach wird pausiert</translation>
    </message>
    <message>
        <source>Until %1</source>
        <comment>a time of day</comment>
        <translation>Bis %1</translation>
    </message>
    <message>
        <source>Until tomorrow, %1</source>
        <translation>Bis morgen, %1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <comment>a date with a time</comment>
        <translation>Bis %1</translation>
    </message>
    <message>
        <source>Until you resume</source>
        <translation>Bis zum Fortsetzen</translation>
    </message>
    <message>
        <source>Paused by you until %1</source>
        <comment>a time of day</comment>
        <translation>Von Hand pausiert bis %1</translation>
    </message>
    <message>
        <source>Paused by you until tomorrow, %1</source>
        <translation>Von Hand pausiert bis morgen, %1</translation>
    </message>
    <message>
        <source>Paused by you until %1</source>
        <comment>a date with a time</comment>
        <translation>Von Hand pausiert bis %1</translation>
    </message>
    <message>
        <source>Paused by you until you resume</source>
        <translation>Von Hand pausiert bis zum Fortsetzen</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>two sentences</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>Cannot work: what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a rung and its size: 1080p 1.2 GB</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Takes %1 of a processor core and %2 of memory</source>
        <translation>Belegt %1 eines Prozessorkerns und %2 Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Takes %1 of a processor core and %2 of memory; the GPU is %3 busy</source>
        <translation>Belegt %1 eines Prozessorkerns und %2 Arbeitsspeicher; die GPU ist zu %3 ausgelastet</translation>
    </message>
</context>
<context>
    <name>ServicePanel</name>
    <message>
        <source>A background service works without the app: it starts at login, without icon and window, is started again after a crash, and goes on when the app is closed. The app then only shows what it does.</source>
        <translation>Ein Hintergrunddienst arbeitet ohne die App: Er startet beim Anmelden, ohne Symbol und Fenster, wird nach einem Absturz neu gestartet und läuft weiter, wenn die App geschlossen wird. Die App zeigt dann nur noch an, was er tut.</translation>
    </message>
    <message>
        <source>How the service stands</source>
        <translation>Zustand des Dienstes</translation>
    </message>
    <message>
        <source>&amp;Install the service</source>
        <translation>Dienst &amp;installieren</translation>
    </message>
    <message>
        <source>&amp;Remove the service</source>
        <translation>Dienst &amp;entfernen</translation>
    </message>
    <message>
        <source>Start it no&amp;w</source>
        <translation>Jetzt &amp;starten</translation>
    </message>
    <message>
        <source>S&amp;top it now</source>
        <translation>Jetzt an&amp;halten</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Please wait...</source>
        <translation>Bitte warten...</translation>
    </message>
    <message>
        <source>Asking the service manager...</source>
        <translation>Dienstverwaltung wird abgefragt...</translation>
    </message>
    <message>
        <source>A service cannot be used here: %1</source>
        <translation>Ein Dienst ist hier nicht möglich: %1</translation>
    </message>
    <message>
        <source>The service is installed and does not run now.</source>
        <translation>Der Dienst ist installiert und läuft derzeit nicht.</translation>
    </message>
    <message>
        <source>The service is not installed.</source>
        <translation>Der Dienst ist nicht installiert.</translation>
    </message>
    <message>
        <source>The service is starting.</source>
        <translation>Der Dienst wird gestartet.</translation>
    </message>
    <message>
        <source>The service runs.</source>
        <translation>Der Dienst läuft.</translation>
    </message>
    <message>
        <source>The service runs: %1</source>
        <translation>Der Dienst läuft: %1</translation>
    </message>
    <message>
        <source>The service is stopping.</source>
        <translation>Der Dienst wird angehalten.</translation>
    </message>
    <message>
        <source>The service has failed: %1</source>
        <translation>Der Dienst ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>It is installed already.</source>
        <translation>Der Dienst ist bereits installiert.</translation>
    </message>
    <message>
        <source>It is not installed.</source>
        <translation>Der Dienst ist nicht installiert.</translation>
    </message>
    <message>
        <source>It runs already.</source>
        <translation>Der Dienst läuft bereits.</translation>
    </message>
    <message>
        <source>It must be installed first.</source>
        <translation>Der Dienst muss zuerst installiert werden.</translation>
    </message>
    <message>
        <source>It does not run.</source>
        <translation>Der Dienst läuft nicht.</translation>
    </message>
    <message>
        <source>A background service works without the app: it starts with the machine, before anybody logs in, without icon and window, is started again after every failure, and goes on when you log out. The app then only shows what it does. To install and to remove it takes an administrator.</source>
        <translation>Ein Hintergrunddienst arbeitet ohne die App: Er startet mit dem Rechner, noch bevor sich jemand anmeldet, ohne Symbol und Fenster, wird nach jedem Fehler neu gestartet und läuft weiter, wenn Sie sich abmelden. Die App zeigt dann nur noch an, was er tut. Zum Installieren und Entfernen ist ein Administrator nötig.</translation>
    </message>
    <message>
        <source>It suits a PC on which seldom anybody is logged in. On any other one let the app start at login instead: many graphics cards encode only in the session of somebody who has logged in, and a service sees neither keyboard and mouse nor what fills the screen unless the app runs beside it and tells it.</source>
        <translation>Er passt zu einem PC, an dem selten jemand angemeldet ist. Auf jedem anderen lassen Sie stattdessen die App beim Anmelden starten: Viele Grafikkarten kodieren nur in der Sitzung eines angemeldeten Benutzers, und ein Dienst sieht weder Tastatur und Maus noch, was den Bildschirm füllt, wenn nicht die App daneben läuft und es ihm mitteilt.</translation>
    </message>
    <message>
        <source>Give it shares by their names in the network, such as \\nas\videos: a service has no drive letters. If a share asks for a password, open Services in Windows, and under Framehand, Properties, Log On, name an account that may use the share.</source>
        <translation>Geben Sie ihm Freigaben mit ihren Namen im Netzwerk an, etwa \\nas\videos: Ein Dienst hat keine Laufwerksbuchstaben. Verlangt eine Freigabe ein Kennwort, öffnen Sie in Windows die Dienste und nennen Sie unter Framehand, Eigenschaften, Anmelden ein Konto, das die Freigabe nutzen darf.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Restart now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Settings of Framehand</source>
        <translation>Framehand-Einstellungen</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>What became of the settings</source>
        <translation>Ergebnis der Änderungen</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>Anwen&amp;den</translation>
    </message>
    <message>
        <source>The settings of the daemon cannot be read: %1</source>
        <translation>Die Einstellungen des Daemons können nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>There is a mistake in the settings, so that they cannot be applied.</source>
        <translation>Die Einstellungen enthalten einen Fehler und können deshalb nicht angewendet werden.</translation>
    </message>
    <message>
        <source>In force now: %1</source>
        <translation>Ab sofort wirksam: %1</translation>
    </message>
    <message>
        <source>In force with the next job: %1</source>
        <translation>Wirksam ab dem nächsten Auftrag: %1</translation>
    </message>
    <message>
        <source>In force after a restart of the daemon: %1</source>
        <translation>Wirksam nach einem Neustart des Daemons: %1</translation>
    </message>
    <message>
        <source>Written, but decided by %1: %2</source>
        <translation>Gespeichert, aber durch %1 festgelegt: %2</translation>
    </message>
    <message>
        <source>The daemon is restarted...</source>
        <translation>Der Daemon wird neu gestartet...</translation>
    </message>
    <message>
        <source>The daemon was restarted with the settings as they are now.</source>
        <translation>Der Daemon wurde mit den aktuellen Einstellungen neu gestartet.</translation>
    </message>
</context>
<context>
    <name>SettingsTable</name>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>with the next job</source>
        <translation>ab dem nächsten Auftrag</translation>
    </message>
    <message>
        <source>after a restart</source>
        <translation>nach einem Neustart</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standardwert</translation>
    </message>
    <message>
        <source>Takes effect</source>
        <translation>Wirksam</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Beschreibung</translation>
    </message>
</context>
<context>
    <name>SizeWords</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Take &amp;jobs from:</source>
        <translation>&amp;Aufträge annehmen von:</translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>It is not checked in the list above, so that no jobs are taken from it.</source>
        <translation>In der Liste oben ist es nicht angekreuzt; deshalb werden von dort keine Aufträge angenommen.</translation>
    </message>
    <message>
        <source>This version of the daemon cannot test it.</source>
        <translation>Diese Version des Daemons kann es nicht testen.</translation>
    </message>
    <message>
        <source>Its other settings are on the page Advanced, where their names begin with "%1".</source>
        <translation>Weitere Einstellungen dazu stehen auf der Seite „Erweitert“; ihre Namen beginnen dort mit „%1“.</translation>
    </message>
</context>
<context>
    <name>SourcePanels</name>
    <message>
        <source>A pipeline of queues in Redis: one message for each video, which is transcoded, checked, and put in the place of the original.</source>
        <translation>Eine Pipeline aus Warteschlangen in Redis: je Video eine Nachricht; es wird transkodiert, geprüft und an die Stelle des Originals gesetzt.</translation>
    </message>
    <message>
        <source>Add&amp;ress of the Redis server:</source>
        <translation>Ad&amp;resse des Redis-Servers:</translation>
    </message>
    <message>
        <source>&amp;Password of the Redis server:</source>
        <translation>&amp;Passwort des Redis-Servers:</translation>
    </message>
    <message>
        <source>Its &amp;queues are:</source>
        <translation>Art seiner Wartesc&amp;hlangen:</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>Streams</translation>
    </message>
    <message>
        <source>What this PC does &amp;in the pipeline:</source>
        <translation>Was dieser PC in der Pipeline &amp;macht:</translation>
    </message>
    <message>
        <source>Names of its keys &amp;begin with:</source>
        <translation>Namen seiner Schlüssel &amp;beginnen mit:</translation>
    </message>
    <message>
        <source>Other names of the &amp;folder with the videos:</source>
        <translation>Andere &amp;Namen des Ordners mit den Videos:</translation>
    </message>
    <message>
        <source>Keep the origina&amp;l as .bak when a better file takes its place</source>
        <translation>Original als .bak behalten, wenn es dur&amp;ch eine bessere Datei ersetzt wird</translation>
    </message>
    <message>
        <source>&amp;Test Redis</source>
        <translation>Redis &amp;testen</translation>
    </message>
    <message>
        <source>This PC takes its turns beside Celery's own workers, for one task. Videos are in the object storage.</source>
        <translation>Dieser PC arbeitet neben Celerys eigenen Workern, und zwar für einen Task. Die Videos liegen im Objektspeicher.</translation>
    </message>
    <message>
        <source>Add&amp;ress of Celery's Redis server:</source>
        <translation>Ad&amp;resse von Celerys Redis-Server:</translation>
    </message>
    <message>
        <source>&amp;Password of Celery's Redis server:</source>
        <translation>&amp;Passwort von Celerys Redis-Server:</translation>
    </message>
    <message>
        <source>Celery's &amp;queue:</source>
        <translation>Celerys Wartesc&amp;hlange:</translation>
    </message>
    <message>
        <source>&amp;Name of the task that transcodes:</source>
        <translation>&amp;Name des Tasks, der transkodiert:</translation>
    </message>
    <message>
        <source>Celery's &amp;bucket of inputs and outputs:</source>
        <translation>&amp;Bucket von Celery für Ein- und Ausgaben:</translation>
    </message>
    <message>
        <source>&amp;Test Celery</source>
        <translation>Celery &amp;testen</translation>
    </message>
    <message>
        <source>The queues of a video service in Node.js, one for each resolution. Videos are in the object storage.</source>
        <translation>Die Warteschlangen eines Videodienstes in Node.js, eine je Auflösung. Die Videos liegen im Objektspeicher.</translation>
    </message>
    <message>
        <source>Add&amp;ress of the queues' Redis server:</source>
        <translation>Ad&amp;resse des Redis-Servers der Warteschlangen:</translation>
    </message>
    <message>
        <source>&amp;Password of the queues' Redis server:</source>
        <translation>&amp;Passwort des Redis-Servers der Warteschlangen:</translation>
    </message>
    <message>
        <source>&amp;Queues, the preferred first:</source>
        <translation>Wartesc&amp;hlangen, die bevorzugte zuerst:</translation>
    </message>
    <message>
        <source>The &amp;library that keeps them:</source>
        <translation>&amp;Bibliothek, die sie führt:</translation>
    </message>
    <message>
        <source>Whichever it is</source>
        <translation>Welche es auch ist</translation>
    </message>
    <message>
        <source>Bucket of the queues' &amp;inputs:</source>
        <translation>Bucket der Ei&amp;ngaben der Warteschlangen:</translation>
    </message>
    <message>
        <source>&amp;Bucket of the queues' outputs:</source>
        <translation>Bu&amp;cket der Ausgaben der Warteschlangen:</translation>
    </message>
    <message>
        <source>Address of the ser&amp;vice's database:</source>
        <translation>Adresse der Datenbank des &amp;Videodienstes:</translation>
    </message>
    <message>
        <source>Password of t&amp;he service's database:</source>
        <translation>Passwort &amp;zur Datenbank des Videodienstes:</translation>
    </message>
    <message>
        <source>&amp;Test the queues</source>
        <translation>Warteschlangen &amp;testen</translation>
    </message>
    <message>
        <source>Each message is a GStreamer pipeline from one object of the object storage to another.</source>
        <translation>Jede Nachricht ist eine GStreamer-Pipeline von einem Objekt des Objektspeichers zu einem anderen.</translation>
    </message>
    <message>
        <source>Add&amp;ress of the RabbitMQ server:</source>
        <translation>Ad&amp;resse des RabbitMQ-Servers:</translation>
    </message>
    <message>
        <source>&amp;Password of the RabbitMQ server:</source>
        <translation>&amp;Passwort des RabbitMQ-Servers:</translation>
    </message>
    <message>
        <source>RabbitMQ's &amp;bucket of inputs and outputs:</source>
        <translation>&amp;Bucket von RabbitMQ für Ein- und Ausgaben:</translation>
    </message>
    <message>
        <source>&amp;Test RabbitMQ</source>
        <translation>RabbitMQ &amp;testen</translation>
    </message>
    <message>
        <source>Object storage</source>
        <translation>Objektspeicher</translation>
    </message>
    <message>
        <source>Amazon S3, MinIO, Ceph or another one that speaks their language.</source>
        <translation>Amazon S3, MinIO, Ceph oder ein anderer, der ihre Sprache spricht.</translation>
    </message>
    <message>
        <source>Addr&amp;ess of the object storage:</source>
        <translation>Adr&amp;esse des Objektspeichers:</translation>
    </message>
    <message>
        <source>Access &amp;key of the object storage:</source>
        <translation>Access &amp;Key des Objektspeichers:</translation>
    </message>
    <message>
        <source>Secret ke&amp;y of the object storage:</source>
        <translation>Secret Ke&amp;y des Objektspeichers:</translation>
    </message>
    <message>
        <source>Re&amp;gion of the object storage:</source>
        <translation>Re&amp;gion des Objektspeichers:</translation>
    </message>
    <message>
        <source>Ho&amp;w its URLs name a bucket:</source>
        <translation>&amp;Wie seine URLs einen Bucket nennen:</translation>
    </message>
    <message>
        <source>In the path: http://server/bucket</source>
        <translation>Im Pfad: http://server/bucket</translation>
    </message>
    <message>
        <source>Before the server: http://bucket.server</source>
        <translation>Vor dem Server: http://bucket.server</translation>
    </message>
    <message>
        <source>Test the &amp;object storage</source>
        <translation>Objekt&amp;speicher testen</translation>
    </message>
</context>
<context>
    <name>SourceTitles</name>
    <message>
        <source>Orchestrator</source>
        <translation>Orchestrator</translation>
    </message>
    <message>
        <source>Redis lists or streams</source>
        <translation>Redis-Listen oder -Streams</translation>
    </message>
    <message>
        <source>Celery on Redis</source>
        <translation>Celery über Redis</translation>
    </message>
    <message>
        <source>BullMQ or Bull</source>
        <translation>BullMQ oder Bull</translation>
    </message>
</context>
<context>
    <name>StartupPage</name>
    <message>
        <source>&amp;Start Framehand in the tray when I log in</source>
        <translation>Framehand beim An&amp;melden im Infobereich starten</translation>
    </message>
    <message>
        <source>The app</source>
        <translation>Die App</translation>
    </message>
    <message>
        <source>The icon appears in the tray, and the app starts the daemon, which does the work, unless one runs already. Both end when you log out. This is written in %1</source>
        <translation>Das Symbol erscheint im Infobereich, und die App startet den Daemon, der die Arbeit erledigt, sofern noch keiner läuft. Beide enden beim Abmelden. Der Eintrag dafür steht in %1</translation>
    </message>
    <message>
        <source>The daemon as a background service</source>
        <translation>Der Daemon als Hintergrunddienst</translation>
    </message>
    <message>
        <source>Open the first set&amp;up again...</source>
        <translation>E&amp;rsteinrichtung erneut öffnen...</translation>
    </message>
    <message>
        <source>Startup</source>
        <translation>Autostart</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>All videos are read below one folder, usually a share of a NAS that is mounted on this PC, and the finished packages are written below it.</source>
        <translation>Alle Videos werden aus einem Ordner samt Unterordnern gelesen, meist einer Freigabe eines NAS, die auf diesem PC eingebunden ist; auch die fertigen Pakete werden dort abgelegt.</translation>
    </message>
    <message>
        <source>&amp;Folder with the videos:</source>
        <translation>&amp;Ordner mit den Videos:</translation>
    </message>
    <message>
        <source>&amp;Test reading, writing and renaming</source>
        <translation>&amp;Lesen, Schreiben und Umbenennen testen</translation>
    </message>
    <message>
        <source>&amp;Staging folder on a local disk:</source>
        <translation>&amp;Arbeitsordner auf lokalem Laufwerk:</translation>
    </message>
    <message>
        <source>&amp;Keep free on both:</source>
        <translation>Auf beiden &amp;frei halten:</translation>
    </message>
    <message>
        <source>&amp;Pause when less is free in the staging folder:</source>
        <translation>&amp;Pausieren, wenn im Arbeitsordner weniger frei ist als:</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>This will be changed</source>
        <translation>Das wird geändert</translation>
    </message>
    <message>
        <source>Nothing of it is done yet. Apply makes these changes and starts the work; Cancel changes nothing.</source>
        <translation>Noch ist nichts davon geschehen. „Anwenden“ nimmt diese Änderungen vor und startet die Arbeit; „Abbrechen“ ändert nichts.</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>Alle Änderungen</translation>
    </message>
    <message>
        <source>    %1 -&gt; %2</source>
        <translation>    %1 -&gt; %2</translation>
    </message>
    <message>
        <source>    %1: %2 -&gt; %3</source>
        <translation>    %1: %2 -&gt; %3</translation>
    </message>
    <message>
        <source>Nothing: all is as you want it already. The daemon is started with it.</source>
        <translation>Nichts: Alles ist bereits wie gewünscht. Der Daemon wird so gestartet.</translation>
    </message>
</context>
<context>
    <name>SupportReport</name>
    <message>
        <source>The report is one text file with:
• the versions of Framehand and of the operating system
• what the worker does now
• all settings, with addresses and folders, but without passwords and other secrets
• what this PC can encode
• what the doctor finds
• the newest lines of the log, in which files are named

It is saved on this PC only; nothing is sent. Look through it before you give it to anybody.</source>
        <translation>Der Bericht ist eine einzelne Textdatei mit:
• den Versionen von Framehand und des Betriebssystems
• dem, was der Worker gerade tut
• allen Einstellungen, mit Adressen und Ordnern, aber ohne Passwörter und andere Geheimnisse
• dem, was dieser PC kodieren kann
• den Ergebnissen der Diagnose
• den neuesten Zeilen des Protokolls, in denen Dateien genannt werden

Er wird nur auf diesem PC gespeichert; nichts wird gesendet. Vor der Weitergabe sollte er durchgesehen werden.</translation>
    </message>
</context>
<context>
    <name>TestPanel</name>
    <message>
        <source>Testing...</source>
        <translation>Test läuft...</translation>
    </message>
</context>
<context>
    <name>ThisPcPage</name>
    <message>
        <source>Problem with the settings</source>
        <translation>Problem mit den Einstellungen</translation>
    </message>
    <message>
        <source>This PC</source>
        <translation>Dieser PC</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Graphics</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>FFmpeg libraries</source>
        <translation>FFmpeg-Bibliotheken</translation>
    </message>
    <message>
        <source>Encoders, as measured by really encoding with them</source>
        <translation>Encoder, gemessen durch echtes Kodieren</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Codec</source>
        <translation>Codec</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Funktioniert</translation>
    </message>
    <message>
        <source>Frames a second at 720p</source>
        <translation>Bilder pro Sekunde bei 720p</translation>
    </message>
    <message>
        <source>Largest picture</source>
        <translation>Größtes Bild</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Warum nicht</translation>
    </message>
    <message>
        <source>Why the encoders are not known</source>
        <translation>Warum die Encoder nicht bekannt sind</translation>
    </message>
    <message>
        <source>&amp;Measure again</source>
        <translation>&amp;Erneut messen</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>Fortschritt der Messung</translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>What happens now</source>
        <translation>Was gerade geschieht</translation>
    </message>
    <message>
        <source>Everything that is needed is being examined; this can take a moment.</source>
        <translation>Alles Nötige wird geprüft; das kann einen Moment dauern.</translation>
    </message>
    <message>
        <source>Why nothing could be examined</source>
        <translation>Warum nichts geprüft werden konnte</translation>
    </message>
    <message>
        <source>&amp;Examine again</source>
        <translation>Erneut &amp;prüfen</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>Als Text &amp;kopieren</translation>
    </message>
    <message>
        <source>The settings as they are now could not be started with, so the former ones are in use: %1</source>
        <translation>Mit den aktuellen Einstellungen war kein Start möglich, daher gelten weiterhin die vorherigen: %1</translation>
    </message>
    <message>
        <source>What was looked at</source>
        <translation>Was geprüft wurde</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>What to do about it</source>
        <translation>Was dagegen zu tun ist</translation>
    </message>
</context>
<context>
    <name>ThisPcWords</name>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n Kern</numerusform>
            <numerusform>%n Kerne</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>processor, cores</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>None found</source>
        <translation>Keine gefunden</translation>
    </message>
    <message>
        <source>%1, driver %2</source>
        <translation>%1, Treiber %2</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>width, height</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Trying %1 (%2 of %3)</source>
        <translation>%1 wird getestet (%2 von %3)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Orchestrator</source>
        <translation>Orchestrator</translation>
    </message>
    <message>
        <source>Background service</source>
        <translation>Hintergrunddienst</translation>
    </message>
    <message>
        <source>Share with the videos</source>
        <translation>Freigabe mit den Videos</translation>
    </message>
    <message>
        <source>Reading from the share</source>
        <translation>Lesen von der Freigabe</translation>
    </message>
    <message>
        <source>Writing to the share</source>
        <translation>Schreiben auf die Freigabe</translation>
    </message>
    <message>
        <source>Space for unfinished videos</source>
        <translation>Platz für unfertige Videos</translation>
    </message>
    <message>
        <source>Space on the share</source>
        <translation>Platz auf der Freigabe</translation>
    </message>
    <message>
        <source>Folder for unfinished videos</source>
        <translation>Ordner für unfertige Videos</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Protection against harmful videos</source>
        <translation>Schutz vor schädlichen Videos</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Measure the encoders again</source>
        <translation>Encoder erneut messen</translation>
    </message>
    <message>
        <source>Change this setting...</source>
        <translation>Diese Einstellung ändern...</translation>
    </message>
    <message>
        <source>Processor: %1</source>
        <translation>Prozessor: %1</translation>
    </message>
    <message>
        <source>Memory: %1</source>
        <translation>Arbeitsspeicher: %1</translation>
    </message>
    <message>
        <source>Graphics: %1</source>
        <translation>Grafikkarte: %1</translation>
    </message>
    <message>
        <source>FFmpeg libraries: %1</source>
        <translation>FFmpeg-Bibliotheken: %1</translation>
    </message>
    <message>
        <source>%1: does not work: %2</source>
        <translation>%1: funktioniert nicht: %2</translation>
    </message>
    <message>
        <source>%1: works, %2 frames a second at 720p</source>
        <translation>%1: funktioniert, %2 Bilder pro Sekunde bei 720p</translation>
    </message>
    <message>
        <source>%1: works</source>
        <translation>%1: funktioniert</translation>
    </message>
    <message>
        <source>%1: %2: %3</source>
        <comment>health, what was looked at, finding</comment>
        <translation>%1: %2: %3</translation>
    </message>
</context>
<context>
    <name>TimeWords</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
</context>
<context>
    <name>TokenPanel</name>
    <message>
        <source>Access to&amp;ken:</source>
        <translation>Zugriffsto&amp;ken:</translation>
    </message>
    <message>
        <source>An orchestrator may ask for an access token. This PC shows it to its orchestrator; if it is the orchestrator itself, all others must show it.</source>
        <translation>Ein Orchestrator kann ein Zugriffstoken verlangen. Dieser PC zeigt es seinem Orchestrator; ist er selbst der Orchestrator, müssen alle anderen es zeigen.</translation>
    </message>
    <message>
        <source>An access token has from %1 to %2 characters: letters, digits and -._~+/, and = at its end.</source>
        <translation>Ein Zugriffstoken hat %1 bis %2 Zeichen: Buchstaben, Ziffern und -._~+/, am Ende auch =.</translation>
    </message>
    <message>
        <source>It is kept in your keychain and, because the daemon also works while nobody is logged in to unlock a keychain, in a file that only you can read: %1</source>
        <translation>Es liegt im Schlüsselbund und, weil der Daemon auch arbeitet, wenn niemand angemeldet ist, der einen Schlüsselbund entsperren könnte, in einer Datei, die nur der angemeldete Benutzer lesen kann: %1</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>&amp;Open Framehand</source>
        <translation>Framehand öff&amp;nen</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Finish this job, then pause</source>
        <translation>Diesen &amp;Auftrag abschließen, dann pausieren</translation>
    </message>
    <message>
        <source>&amp;Ignore "in use" for 1 hour</source>
        <translation>„In Benutzung“ 1 Stunde lang &amp;ignorieren</translation>
    </message>
    <message>
        <source>&amp;Heed "in use" again</source>
        <translation>„In Benutzung“ wieder bea&amp;chten</translation>
    </message>
    <message>
        <source>&amp;Start Framehand</source>
        <translation>Framehand &amp;starten</translation>
    </message>
    <message>
        <source>S&amp;ettings...</source>
        <translation>&amp;Einstellungen...</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
</context>
<context>
    <name>WeekGridWidget</name>
    <message>
        <source>Hours of the week in which to work</source>
        <translation>Stunden der Woche, in denen gearbeitet wird</translation>
    </message>
    <message>
        <source>Drag over hours to allow them, or to forbid them again. With the keyboard: arrow keys, Shift to take more hours, Space to change them.</source>
        <translation>Über Stunden ziehen, um sie zu erlauben oder wieder zu sperren. Mit der Tastatur: Pfeiltasten, Umschalttaste zum Erweitern der Auswahl, Leertaste zum Ändern.</translation>
    </message>
    <message>
        <source>%1, hour from %2: work is allowed</source>
        <translation>%1, Stunde ab %2: Arbeit erlaubt</translation>
    </message>
    <message>
        <source>%1, hour from %2: work is allowed in a part of it</source>
        <translation>%1, Stunde ab %2: Arbeit teilweise erlaubt</translation>
    </message>
    <message>
        <source>%1, hour from %2: no work</source>
        <translation>%1, Stunde ab %2: keine Arbeit</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome to Framehand</source>
        <translation>Willkommen bei Framehand</translation>
    </message>
    <message>
        <source>A few questions, and this PC turns videos into streams. Nothing is changed before you have seen a list of all changes.</source>
        <translation>Ein paar Fragen, und dieser PC macht aus Videos Streams. Nichts wird geändert, bevor eine Liste aller Änderungen angezeigt wurde.</translation>
    </message>
    <message>
        <source>This was found:</source>
        <translation>Gefunden wurde:</translation>
    </message>
    <message>
        <source>Daemon, which does the work</source>
        <translation>Daemon, der die Arbeit erledigt</translation>
    </message>
    <message>
        <source>it is being started</source>
        <translation>wird gestartet</translation>
    </message>
    <message>
        <source>it runs</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Einstellungsdatei</translation>
    </message>
    <message>
        <source>%1 is there and is changed, line by line</source>
        <translation>%1 ist vorhanden, darin werden nur einzelne Zeilen geändert</translation>
    </message>
    <message>
        <source>%1 is made new</source>
        <translation>%1 wird neu angelegt</translation>
    </message>
    <message>
        <source>Shares of other machines</source>
        <translation>Freigaben anderer Rechner</translation>
    </message>
    <message>
        <source>none is mounted on this PC</source>
        <translation>auf diesem PC ist keine eingebunden</translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>Start Framehand in the tray when I &amp;log in</source>
        <translation>Framehand beim An&amp;melden im Infobereich starten</translation>
    </message>
    <message>
        <source>Also work as a background &amp;service, without the app</source>
        <translation>Auch als &amp;Hintergrunddienst arbeiten, ohne die App</translation>
    </message>
    <message>
        <source>When may this PC work?</source>
        <translation>Wann darf dieser PC arbeiten?</translation>
    </message>
    <message>
        <source>Finer rules, and hours of the week, are in the settings.</source>
        <translation>Genauere Regeln und Arbeitszeiten der Woche gibt es in den Einstellungen.</translation>
    </message>
    <message>
        <source>&amp;Whenever nobody uses it</source>
        <translation>Immer wenn ihn &amp;niemand benutzt</translation>
    </message>
    <message>
        <source>Work pauses within a second of the first key or movement, and goes on after five minutes without.</source>
        <translation>Bei der ersten Taste oder Mausbewegung wird innerhalb einer Sekunde pausiert; nach fünf Minuten ohne Eingabe geht es weiter.</translation>
    </message>
    <message>
        <source>Only at ni&amp;ght</source>
        <translation>Nur na&amp;chts</translation>
    </message>
    <message>
        <source>From 22:00 to 07:00, and only while nobody uses it.</source>
        <translation>Von 22:00 bis 07:00 und nur, solange ihn niemand benutzt.</translation>
    </message>
    <message>
        <source>&amp;Always</source>
        <translation>&amp;Immer</translation>
    </message>
    <message>
        <source>Also while you use it, at the lowest priority. Games, full-screen programs and battery still pause it.</source>
        <translation>Auch während der Benutzung, mit niedrigster Priorität. Bei Spielen, Vollbildprogrammen und im Akkubetrieb wird weiterhin pausiert.</translation>
    </message>
    <message>
        <source>Lea&amp;ve it as it is now</source>
        <translation>&amp;So lassen, wie es jetzt ist</translation>
    </message>
    <message>
        <source>The hours and rules that are in the settings stay.</source>
        <translation>Die Zeiten und Regeln aus den Einstellungen bleiben.</translation>
    </message>
    <message>
        <source>What starts by itself</source>
        <translation>Automatischer Start</translation>
    </message>
    <message>
        <source>It starts with the machine, and an administrator must agree. It needs the share by its name in the network, such as \\nas\videos, and often cannot use the graphics card; for a PC that somebody uses, the start at login above is the better choice.</source>
        <translation>Er startet mit dem Rechner, und ein Administrator muss zustimmen. Er braucht die Freigabe mit ihrem Namen im Netzwerk, etwa \\nas\videos, und kann die Grafikkarte oft nicht nutzen; für einen PC, den jemand benutzt, ist der Start beim Anmelden oben die bessere Wahl.</translation>
    </message>
</context>
</TS>
