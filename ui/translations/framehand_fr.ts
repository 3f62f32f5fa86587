<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AdvancedPage</name>
    <message>
        <source>Back to the &amp;default</source>
        <translation>Rétablir la valeur par &amp;défaut</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>&amp;Rechercher :</translation>
    </message>
    <message>
        <source>Other settings</source>
        <translation>Autres paramètres</translation>
    </message>
    <message>
        <source>What the chosen setting may be</source>
        <translation>Valeurs possibles du paramètre sélectionné</translation>
    </message>
    <message>
        <source>Settings file: %1</source>
        <translation>Fichier de configuration : %1</translation>
    </message>
    <message>
        <source>Choose a setting to see what it may be. A double click or F2 changes its value.</source>
        <translation>Sélectionner un paramètre pour voir ses valeurs possibles. Un double-clic ou F2 permet de modifier sa valeur.</translation>
    </message>
    <message>
        <source>Decided by %1, which goes before the settings file.</source>
        <translation>Imposé par %1, prioritaire sur le fichier de configuration.</translation>
    </message>
    <message>
        <source>%1. Expected: %2.</source>
        <translation>%1. Valeur attendue : %2.</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avancé</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>As the desktop</source>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>&amp;Couleurs :</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Langue :</translation>
    </message>
    <message>
        <source>Another language is shown from the next start of the app on.</source>
        <translation>Le changement de langue prend effet au prochain démarrage de l’application.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>What the test found</source>
        <translation>Résultat du test</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>ConnectionPage</name>
    <message>
        <source>An &amp;orchestrator hands out the jobs</source>
        <translation>Un &amp;orchestrateur distribue les tâches</translation>
    </message>
    <message>
        <source>This PC is the orchestrator and works for &amp;itself</source>
        <translation>Ce PC est l’orchestrateur et travaille pour &amp;lui-même</translation>
    </message>
    <message>
        <source>Add&amp;ress of the orchestrator:</source>
        <translation>Ad&amp;resse de l’orchestrateur :</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>&amp;Tester la connexion</translation>
    </message>
    <message>
        <source>&amp;Listens on the address:</source>
        <translation>É&amp;coute à l’adresse :</translation>
    </message>
    <message>
        <source>On the &amp;port:</source>
        <translation>Sur le &amp;port :</translation>
    </message>
    <message>
        <source>&amp;Name of this worker:</source>
        <translation>&amp;Nom de ce nœud de travail :</translation>
    </message>
    <message>
        <source>127.0.0.1 is for this PC alone; 0.0.0.0 lets other PCs of your network work for it: those that know the access token below, or all if there is none.</source>
        <translation>127.0.0.1 est réservé à ce PC ; avec 0.0.0.0, d’autres PC de votre réseau peuvent travailler pour lui : ceux qui connaissent le jeton d’accès ci-dessous, ou tous s’il n’y en a pas.</translation>
    </message>
    <message>
        <source>The daemon that runs now was not started by this app. It becomes its own orchestrator with a restart if it is the service; if it was started as "framehandd worker", it does not.</source>
        <translation>Le démon en cours d’exécution n’a pas été lancé par cette application. S’il s’agit du service, un redémarrage en fait son propre orchestrateur ; ce n’est pas le cas s’il a été lancé avec « framehandd worker ».</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Other &amp;job sources...</source>
        <translation>Autres &amp;sources de tâches...</translation>
    </message>
    <message>
        <source>No orchestrator is asked for jobs. They come from: %1</source>
        <translation>Aucune tâche n’est demandée à un orchestrateur. Elles proviennent de : %1</translation>
    </message>
    <message>
        <source>Jobs come from these sources, and the first is preferred: %1</source>
        <translation>Les tâches proviennent de ces sources, de préférence de la première : %1</translation>
    </message>
    <message>
        <source>Jobs can also come from Redis, Celery, BullMQ or RabbitMQ.</source>
        <translation>Les tâches peuvent aussi provenir de Redis, Celery, BullMQ ou RabbitMQ.</translation>
    </message>
</context>
<context>
    <name>FieldForm</name>
    <message>
        <source>Choose...</source>
        <translation>Choisir...</translation>
    </message>
    <message>
        <source>Choose the folder: %1</source>
        <translation>Choisir le dossier : %1</translation>
    </message>
    <message>
        <source>Decided by %1, which goes before the settings file.</source>
        <translation>Imposé par %1, prioritaire sur le fichier de configuration.</translation>
    </message>
    <message>
        <source>This version of the daemon does not know it.</source>
        <translation>Cette version du démon ne connaît pas ce paramètre.</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>not set</source>
        <translation>non défini</translation>
    </message>
    <message>
        <source>starts at login</source>
        <translation>démarre à l’ouverture de session</translation>
    </message>
    <message>
        <source>does not start at login</source>
        <translation>ne démarre pas à l’ouverture de session</translation>
    </message>
    <message>
        <source>Background service of this user</source>
        <translation>Service en arrière-plan de cet utilisateur</translation>
    </message>
    <message>
        <source>not installed by this setup</source>
        <translation>non installé par cet assistant</translation>
    </message>
    <message>
        <source>installed and started</source>
        <translation>installé et démarré</translation>
    </message>
    <message>
        <source>The settings are written into %1</source>
        <translation>Les paramètres ont été enregistrés dans %1</translation>
    </message>
    <message>
        <source>Framehand starts at the next login</source>
        <translation>Framehand démarrera à la prochaine ouverture de session</translation>
    </message>
    <message>
        <source>Framehand no longer starts at login</source>
        <translation>Framehand ne démarrera plus à l’ouverture de session</translation>
    </message>
    <message>
        <source>The daemon starts with these settings</source>
        <translation>Le démon démarre avec ces paramètres</translation>
    </message>
    <message>
        <source>The service is installed and runs</source>
        <translation>Le service est installé et en cours d’exécution</translation>
    </message>
    <message>
        <source>Background service of this machine</source>
        <translation>Service en arrière-plan de cet ordinateur</translation>
    </message>
</context>
<context>
    <name>FirstRunWizard</name>
    <message>
        <source>Set up Framehand</source>
        <translation>Configuration de Framehand</translation>
    </message>
    <message>
        <source>Set up Framehand: %1</source>
        <translation>Configuration de Framehand : %1</translation>
    </message>
</context>
<context>
    <name>HistoryDetail</name>
    <message>
        <source>Job: %1</source>
        <translation>Tâche : %1</translation>
    </message>
    <message>
        <source>Video:</source>
        <translation>Vidéo :</translation>
    </message>
    <message>
        <source>Result:</source>
        <translation>Résultat :</translation>
    </message>
    <message>
        <source>Began:</source>
        <translation>Début :</translation>
    </message>
    <message>
        <source>Ended:</source>
        <translation>Fin :</translation>
    </message>
    <message>
        <source>Took, with pauses:</source>
        <translation>Durée, pauses comprises :</translation>
    </message>
    <message>
        <source>Took, without pauses:</source>
        <translation>Durée, hors pauses :</translation>
    </message>
    <message>
        <source>Speed:</source>
        <translation>Vitesse :</translation>
    </message>
    <message>
        <source>Size before:</source>
        <translation>Taille avant :</translation>
    </message>
    <message>
        <source>Size after:</source>
        <translation>Taille après :</translation>
    </message>
    <message>
        <source>Made:</source>
        <translation>Versions produites :</translation>
    </message>
    <message>
        <source>Folder on the share:</source>
        <translation>Dossier sur le partage :</translation>
    </message>
    <message>
        <source>Playlist:</source>
        <translation>Liste de lecture :</translation>
    </message>
    <message>
        <source>Job's id:</source>
        <translation>Identifiant de la tâche :</translation>
    </message>
    <message>
        <source>Error:</source>
        <translation>Erreur :</translation>
    </message>
    <message>
        <source>&amp;Cause:</source>
        <translation>&amp;Cause :</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>Cause:</source>
        <translation>Cause :</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>C&amp;opier</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between renditions</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Attempts:</source>
        <translation>Tentative :</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Video</source>
        <translation>Vidéo</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>Size before</source>
        <translation>Taille avant</translation>
    </message>
    <message>
        <source>Size after</source>
        <translation>Taille après</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Why the list is not up to date</source>
        <translation>Raison pour laquelle la liste n’est pas à jour</translation>
    </message>
    <message>
        <source>How many jobs are listed</source>
        <translation>Nombre de tâches affichées</translation>
    </message>
    <message>
        <source>What became of the last wish</source>
        <translation>Résultat de la dernière demande</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>&amp;Rechercher :</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Words in the name, the id or the error</source>
        <translation>Mots du nom, de l’identifiant ou de l’erreur</translation>
    </message>
    <message>
        <source>&amp;Result:</source>
        <translation>Résul&amp;tat :</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Jobs that ended on this PC</source>
        <translation>Historique des tâches de ce PC</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Détails</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>&amp;Ouvrir le dossier</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Lire</translation>
    </message>
    <message>
        <source>&amp;Export as CSV...</source>
        <translation>E&amp;xporter en CSV...</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n tâche</numerusform>
            <numerusform>%n tâches</numerusform>
        </translation>
    </message>
    <message>
        <source>No job is like this.</source>
        <translation>Aucune tâche ne correspond.</translation>
    </message>
    <message>
        <source>No job has ended on this PC yet.</source>
        <translation>Aucune tâche n’a encore pris fin sur ce PC.</translation>
    </message>
    <message>
        <source>"%1" waits for its turn again.</source>
        <translation>« %1 » est de nouveau en attente.</translation>
    </message>
    <message>
        <source>"%1" cannot be tried again: %2</source>
        <translation>Impossible de réessayer « %1 » : %2</translation>
    </message>
    <message>
        <source>The folder %1 cannot be opened.</source>
        <translation>Impossible d’ouvrir le dossier %1.</translation>
    </message>
    <message>
        <source>No program could be found that plays %1.</source>
        <translation>Aucun programme capable de lire %1 n’a été trouvé.</translation>
    </message>
    <message>
        <source>Export the jobs that are listed</source>
        <translation>Exporter les tâches affichées</translation>
    </message>
    <message>
        <source>The jobs cannot be exported: %1</source>
        <translation>Impossible d’exporter les tâches : %1</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) exported to %1</source>
        <translation>
            <numerusform>%n tâche exportée vers %1</numerusform>
            <numerusform>%n tâches exportées vers %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2</source>
        <translation>Impossible d’écrire le fichier %1 : %2</translation>
    </message>
    <message>
        <source>Try aga&amp;in</source>
        <translation>Réess&amp;ayer</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>Finished</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échouée</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulée</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Restituée</translation>
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
        <translation>Seule une pause manuelle interrompt le travail : les règles ci-dessous sont désactivées.</translation>
    </message>
    <message>
        <source>&amp;Leave this PC alone while somebody needs it</source>
        <translation>&amp;Laisser ce PC tranquille tant que quelqu’un s’en sert</translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <translation>Heures de la semaine</translation>
    </message>
    <message>
        <source>Hours of the week: %1</source>
        <translation>Heures de la semaine : %1</translation>
    </message>
    <message>
        <source>Al&amp;ways</source>
        <translation>Tou&amp;jours</translation>
    </message>
    <message>
        <source>&amp;Nights only</source>
        <translation>&amp;Nuits seulement</translation>
    </message>
    <message>
        <source>Nights and wee&amp;kends</source>
        <translation>Nuits et wee&amp;k-ends</translation>
    </message>
    <message>
        <source>&amp;In words of the settings file:</source>
        <translation>Au for&amp;mat du fichier de configuration :</translation>
    </message>
    <message>
        <source>What pauses work</source>
        <translation>Ce qui met le travail en pause</translation>
    </message>
    <message>
        <source>Pause while keyboard or mouse are in &amp;use</source>
        <translation>Mettre en pause quand le clavier ou la souris sont &amp;utilisés</translation>
    </message>
    <message>
        <source>Time without in&amp;put until work goes on:</source>
        <translation>Durée d’&amp;inactivité avant la reprise :</translation>
    </message>
    <message>
        <source>Pause while a program fills the &amp;screen or a game runs</source>
        <translation>Mettre en pause quand un programme occupe tout l’é&amp;cran ou qu’un jeu est en cours</translation>
    </message>
    <message>
        <source>Pause while this PC runs on &amp;battery</source>
        <translation>Mettre en pause quand ce PC fonctionne sur &amp;batterie</translation>
    </message>
    <message>
        <source>Pause while the power sa&amp;ver is on</source>
        <translation>Mettre en pause quand l’économie d’éner&amp;gie est active</translation>
    </message>
    <message>
        <source>Pause while the network is &amp;metered</source>
        <translation>Mettre en pause quand le réseau est &amp;facturé à l’usage</translation>
    </message>
    <message>
        <source>Pause when o&amp;ther programs use more of the processor than:</source>
        <translation>Mettre en pause si l’usage du processeur par d’autres &amp;programmes dépasse :</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Pause when the processor is &amp;hotter than:</source>
        <translation>Mettre en pause si la &amp;température du processeur dépasse :</translation>
    </message>
    <message>
        <source> °C</source>
        <translation> °C</translation>
    </message>
    <message>
        <source>Programs that pause work while they run</source>
        <translation>Programmes qui mettent le travail en pause pendant leur exécution</translation>
    </message>
    <message>
        <source>P&amp;rograms:</source>
        <translation>P&amp;rogrammes :</translation>
    </message>
    <message>
        <source>Choose from the programs that run n&amp;ow...</source>
        <translation>Choisir parmi les programmes en cours d’&amp;exécution...</translation>
    </message>
    <message>
        <source>When to work</source>
        <translation>Quand travailler</translation>
    </message>
</context>
<context>
    <name>JobSourcesPage</name>
    <message>
        <source>&amp;Set up object storage...</source>
        <translation>&amp;Configurer le stockage objet...</translation>
    </message>
    <message>
        <source>Jobs come from all sources that are checked. The upper ones are asked first.</source>
        <translation>Les tâches proviennent de toutes les sources cochées. Celles du haut sont interrogées en premier.</translation>
    </message>
    <message>
        <source>It hands out jobs to many PCs. Where it is, or that this PC is its own, is said on the page Connection.</source>
        <translation>Il distribue des tâches à de nombreux PC. La page « Connexion » indique où il se trouve, ou que ce PC est son propre orchestrateur.</translation>
    </message>
    <message>
        <source>Open the page &amp;Connection</source>
        <translation>Ouvrir la &amp;page « Connexion »</translation>
    </message>
    <message>
        <source>Passwords and keys are kept in your keychain and, because the daemon also works while nobody is logged in to unlock a keychain, in files that only you can read: %1</source>
        <translation>Les mots de passe et les clés sont conservés dans votre trousseau et, comme le démon travaille aussi lorsque personne n’est connecté pour déverrouiller un trousseau, dans des fichiers que vous seul pouvez lire : %1</translation>
    </message>
    <message>
        <source>What passwords and keys the daemon has cannot be read: %1</source>
        <translation>Impossible de lire quels mots de passe et quelles clés possède le démon : %1</translation>
    </message>
    <message>
        <source>Job sources</source>
        <translation>Sources de tâches</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>What became of the last wish</source>
        <translation>Résultat de la dernière demande</translation>
    </message>
    <message>
        <source>&amp;Level:</source>
        <translation>Ni&amp;veau :</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Without details</source>
        <translation>Sans les détails</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Avertissements et erreurs</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>&amp;Job:</source>
        <translation>&amp;Tâche :</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Suivre</translation>
    </message>
    <message>
        <source>Keep the newest line in sight</source>
        <translation>Garder la dernière ligne visible</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>What is selected, or everything that is shown</source>
        <translation>La sélection ou, à défaut, tout ce qui est affiché</translation>
    </message>
    <message>
        <source>Save a re&amp;port...</source>
        <translation>Enregistrer un &amp;rapport...</translation>
    </message>
    <message numerus="yes">
        <source>(%n line(s) are missing here)</source>
        <translation>
            <numerusform>(%n ligne manque ici)</numerusform>
            <numerusform>(%n lignes manquent ici)</numerusform>
        </translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation>Enregistrer un rapport</translation>
    </message>
    <message>
        <source>The report is being made...</source>
        <translation>Création du rapport en cours...</translation>
    </message>
    <message>
        <source>The report is in %1</source>
        <translation>Le rapport se trouve dans %1</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2</source>
        <translation>Impossible d’écrire le fichier %1 : %2</translation>
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
        <translation>&amp;Fermer la fenêtre</translation>
    </message>
    <message>
        <source>&amp;Quit Framehand</source>
        <translation>&amp;Quitter Framehand</translation>
    </message>
    <message>
        <source>&amp;Settings...</source>
        <translation>&amp;Paramètres...</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>&amp;Now</source>
        <translation>En ce mome&amp;nt</translation>
    </message>
    <message>
        <source>Histor&amp;y</source>
        <translation>&amp;Historique</translation>
    </message>
    <message>
        <source>Lo&amp;g</source>
        <translation>&amp;Journal</translation>
    </message>
    <message>
        <source>&amp;This PC</source>
        <translation>C&amp;e PC</translation>
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
        <translation>De quoi ce PC est-il capable ?</translation>
    </message>
    <message>
        <source>Each encoder of this PC, also of its graphics card, really encodes some pictures. You need not wait for it.</source>
        <translation>Chaque encodeur de ce PC, y compris ceux de sa carte graphique, encode réellement quelques images. Il n’est pas nécessaire d’attendre la fin.</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>Progression de la mesure</translation>
    </message>
    <message>
        <source>What is measured now</source>
        <translation>Mesure en cours</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>Résultats de la mesure</translation>
    </message>
    <message>
        <source>Measuring...</source>
        <translation>Mesure en cours...</translation>
    </message>
    <message>
        <source>Measuring %1...</source>
        <translation>Mesure de l’encodeur %1...</translation>
    </message>
    <message>
        <source>It could not be measured: %1</source>
        <translation>La mesure a échoué : %1</translation>
    </message>
    <message>
        <source>Measured.</source>
        <translation>Mesure terminée.</translation>
    </message>
    <message>
        <source>%1: %2 pictures a second at 1280 x 720</source>
        <translation>%1 : %2 images par seconde en 1280 x 720</translation>
    </message>
    <message>
        <source>%1: works</source>
        <translation>%1 : fonctionne</translation>
    </message>
    <message>
        <source>No video encoder works on this PC.</source>
        <translation>Aucun encodeur vidéo ne fonctionne sur ce PC.</translation>
    </message>
</context>
<context>
    <name>NasPage</name>
    <message>
        <source>&amp;Use this folder all the same</source>
        <translation>&amp;Utiliser ce dossier malgré tout</translation>
    </message>
    <message>
        <source>Where are the videos?</source>
        <translation>Où sont les vidéos ?</translation>
    </message>
    <message>
        <source>All videos are read below one folder, and the finished packages are written below it: usually a share of a NAS that is mounted on this PC.</source>
        <translation>Toutes les vidéos sont lues à partir d’un seul dossier, et les paquets terminés y sont écrits : en général, un partage d’un NAS monté sur ce PC.</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Dossier :</translation>
    </message>
    <message>
        <source>&amp;Choose...</source>
        <translation>&amp;Choisir...</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Choisir le dossier</translation>
    </message>
    <message>
        <source>&amp;Test reading, writing and renaming</source>
        <translation>T&amp;ester la lecture, l’écriture et le renommage</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Framehand needs you</source>
        <translation>Framehand requiert votre attention</translation>
    </message>
    <message>
        <source>A video</source>
        <translation>une vidéo</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>Échec : %1</translation>
    </message>
    <message>
        <source>%1 is finished</source>
        <translation>Terminé : %1</translation>
    </message>
    <message>
        <source>It is in its place and can be played.</source>
        <translation>La vidéo est à sa place et peut être lue.</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>Notify me when a job is &amp;finished</source>
        <translation>M’avertir quand une tâche est &amp;terminée</translation>
    </message>
    <message>
        <source>Notify me when a job has fai&amp;led, with its cause</source>
        <translation>M’avertir quand une tâche a é&amp;choué, en indiquant la cause</translation>
    </message>
    <message>
        <source>Notify me when somebody is &amp;needed, as when the folder with the videos is away</source>
        <translation>M’avertir quand une intervention est &amp;nécessaire, par exemple si le dossier des vidéos est inaccessible</translation>
    </message>
    <message>
        <source>Show a &amp;test notification</source>
        <translation>Afficher une notification de te&amp;st</translation>
    </message>
    <message>
        <source>This is a test</source>
        <translation>Ceci est un test</translation>
    </message>
    <message>
        <source>Notifications of Framehand arrive.</source>
        <translation>Les notifications de Framehand s’affichent correctement.</translation>
    </message>
    <message>
        <source>Nothing appears? Then the desktop shows no notifications now: it may be in a mode in which it does not disturb.</source>
        <translation>Rien ne s’affiche ? Le bureau ne montre alors aucune notification pour l’instant : il est peut-être en mode « Ne pas déranger ».</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
</context>
<context>
    <name>NowPage</name>
    <message>
        <source>What was refused</source>
        <translation>Demande refusée</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Dernière erreur</translation>
    </message>
    <message>
        <source>Jobs since the start</source>
        <translation>Tâches depuis le démarrage</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>What happens now</source>
        <translation>Activité actuelle</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Suite prévue</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vidéo</translation>
    </message>
    <message>
        <source>File of the video</source>
        <translation>Fichier de la vidéo</translation>
    </message>
    <message>
        <source>What is made of it</source>
        <translation>Versions produites</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Temps restant</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>Images par seconde</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>Frames a second over time</source>
        <translation>Évolution des images par seconde</translation>
    </message>
    <message>
        <source>Speed over time</source>
        <translation>Évolution de la vitesse</translation>
    </message>
    <message>
        <source>What the job takes of this PC</source>
        <translation>Ressources de ce PC utilisées par la tâche</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>Mettre en &amp;pause</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reprendre</translation>
    </message>
    <message>
        <source>&amp;Finish this job, then pause</source>
        <translation>&amp;Terminer la tâche, puis pause</translation>
    </message>
    <message>
        <source>&amp;Ignore "in use" for 1 hour</source>
        <translation>&amp;Ignorer l’usage du PC pendant 1 h</translation>
    </message>
    <message>
        <source>&amp;Heed "in use" again</source>
        <translation>Tenir &amp;compte de l’usage du PC</translation>
    </message>
    <message>
        <source>&amp;Start Framehand</source>
        <translation>&amp;Démarrer Framehand</translation>
    </message>
    <message>
        <source>Jobs since the start: finished %1, failed %2</source>
        <translation>Tâches terminées depuis le démarrage : %1, en échec : %2</translation>
    </message>
    <message>
        <source>Last error: %1</source>
        <translation>Dernière erreur : %1</translation>
    </message>
</context>
<context>
    <name>OrchestratorPage</name>
    <message>
        <source>&amp;This PC alone: it hands out its jobs itself</source>
        <translation>&amp;Ce PC seul : il distribue lui-même ses tâches</translation>
    </message>
    <message>
        <source>An &amp;orchestrator in the network</source>
        <translation>Un &amp;orchestrateur du réseau</translation>
    </message>
    <message>
        <source>Where do the jobs come from?</source>
        <translation>D’où viennent les tâches ?</translation>
    </message>
    <message>
        <source>An orchestrator hands out jobs to many PCs. If you have none, this PC does it for itself.</source>
        <translation>Un orchestrateur distribue des tâches à de nombreux PC. S’il n’y en a pas, ce PC s’en charge lui-même.</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Adresse :</translation>
    </message>
    <message>
        <source>T&amp;est the connection</source>
        <translation>T&amp;ester la connexion</translation>
    </message>
</context>
<context>
    <name>PauseMenu</name>
    <message>
        <source>For &amp;15 minutes</source>
        <translation>Pendant &amp;15 minutes</translation>
    </message>
    <message>
        <source>For 1 &amp;hour</source>
        <translation>Pendant 1 &amp;heure</translation>
    </message>
    <message>
        <source>Until &amp;tomorrow, %1</source>
        <translation>Jusqu’à &amp;demain, %1</translation>
    </message>
    <message>
        <source>Until I &amp;resume</source>
        <translation>Jusqu’à la &amp;reprise manuelle</translation>
    </message>
</context>
<context>
    <name>PerformancePage</name>
    <message>
        <source>Processor &amp;cores for transcoding:</source>
        <translation>&amp;Cœurs du processeur pour le transcodage :</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Most &amp;memory of a job:</source>
        <translation>&amp;Mémoire maximale d’une tâche :</translation>
    </message>
    <message>
        <source>&amp;Priority:</source>
        <translation>&amp;Priorité :</translation>
    </message>
    <message>
        <source>Only what nobody else wants</source>
        <translation>Seulement ce dont personne d’autre n’a besoin</translation>
    </message>
    <message>
        <source>As any program: for a PC that does nothing else</source>
        <translation>Comme tout autre programme : pour un PC qui ne fait rien d’autre</translation>
    </message>
    <message>
        <source>Keep this PC a&amp;wake while a job runs</source>
        <translation>Empêcher la mise en &amp;veille de ce PC pendant une tâche</translation>
    </message>
    <message>
        <source>&amp;Encoders:</source>
        <translation>&amp;Encodeurs :</translation>
    </message>
    <message>
        <source>As measured, a graphics card included</source>
        <translation>Selon les mesures, carte graphique comprise</translation>
    </message>
    <message>
        <source>The processor alone, never a graphics card</source>
        <translation>Le processeur seul, jamais une carte graphique</translation>
    </message>
    <message>
        <source>Encoders are chosen by measuring: what this PC encodes fastest at the same quality is used.</source>
        <translation>Les encodeurs sont choisis d’après les mesures : à qualité égale, le plus rapide sur ce PC est utilisé.</translation>
    </message>
    <message>
        <source>%1 of %2 cores of this PC: %3 % of its processor.</source>
        <translation>Cœurs de ce PC utilisés : %1 sur %2, soit %3 % de son processeur.</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Performances</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>Newest picture of the video</source>
        <translation>Image la plus récente de la vidéo</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>Pas encore d’image</translation>
    </message>
</context>
<context>
    <name>ProgramPicker</name>
    <message>
        <source>Programs that pause work</source>
        <translation>Programmes qui mettent le travail en pause</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>&amp;Rechercher :</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programmes</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Making the changes</source>
        <translation>Application des modifications</translation>
    </message>
    <message>
        <source>One after the other, as they were listed.</source>
        <translation>L’une après l’autre, dans l’ordre de la liste.</translation>
    </message>
    <message>
        <source>Please wait...</source>
        <translation>Veuillez patienter...</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Framehand is ready. All of it can be changed in the settings.</source>
        <translation>Framehand est prêt. Tout peut être modifié dans les paramètres.</translation>
    </message>
    <message>
        <source>The steps after that were not done. The first setup can be opened again from the settings, on the page Startup.</source>
        <translation>Les étapes suivantes n’ont pas été effectuées. La configuration initiale peut être rouverte depuis les paramètres, à la page « Démarrage ».</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Use the one in the keychain</source>
        <translation>Utiliser ce que contient le trousseau</translation>
    </message>
    <message>
        <source>Show what is typed: %1</source>
        <translation>Afficher la saisie : %1</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>Supprimer : %1</translation>
    </message>
    <message>
        <source>Use the one in the keychain: %1</source>
        <translation>Utiliser ce que contient le trousseau : %1</translation>
    </message>
    <message>
        <source>The keychain cannot be read: %1</source>
        <translation>Le trousseau ne peut pas être lu : %1</translation>
    </message>
    <message>
        <source>Not set.</source>
        <translation>Non défini.</translation>
    </message>
    <message>
        <source>Not set, but your keychain has one for this address.</source>
        <translation>Non défini, mais votre trousseau contient une entrée pour cette adresse.</translation>
    </message>
    <message>
        <source>Apply removes it from the keychain and from the file.</source>
        <translation>« Appliquer » le supprime du trousseau et du fichier.</translation>
    </message>
    <message>
        <source>Set. What is typed here takes its place.</source>
        <translation>Défini. Ce qui est saisi ici le remplacera.</translation>
    </message>
    <message>
        <source>It is a credential that the service manager hands over. It can be changed only there.</source>
        <translation>C’est un identifiant transmis par le gestionnaire de services. Il ne peut être modifié que là.</translation>
    </message>
    <message>
        <source>The environment of the daemon has it. It can be changed only there.</source>
        <translation>Il se trouve dans une variable d’environnement du démon. Il ne peut être modifié que là.</translation>
    </message>
    <message>
        <source>This version of the daemon keeps no such secret.</source>
        <translation>Cette version du démon ne conserve pas de tel secret.</translation>
    </message>
    <message>
        <source>No keychain could take it, so it is kept in the file alone: %1</source>
        <translation>Aucun trousseau n’a pu l’enregistrer ; il est donc conservé uniquement dans le fichier : %1</translation>
    </message>
    <message>
        <source>It could not be removed from the keychain: %1</source>
        <translation>Il n’a pas pu être supprimé du trousseau : %1</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Framehand is not set up yet: it does not know where the videos are</source>
        <translation>Framehand n’est pas encore configuré : l’emplacement des vidéos n’est pas défini</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 avant la fin</translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation>%1 fps</translation>
    </message>
    <message>
        <source>%1 times as fast as it plays</source>
        <translation>%1 fois la vitesse de lecture</translation>
    </message>
    <message>
        <source>Preparing %1</source>
        <translation>Préparation : %1</translation>
    </message>
    <message>
        <source>Preparing a video</source>
        <translation>Préparation d’une vidéo</translation>
    </message>
    <message>
        <source>Copying %1 to its place</source>
        <translation>Copie vers la destination : %1</translation>
    </message>
    <message>
        <source>Copying a video to its place</source>
        <translation>Copie d’une vidéo vers sa destination</translation>
    </message>
    <message>
        <source>Reporting the end of %1</source>
        <translation>Signalement de la fin : %1</translation>
    </message>
    <message>
        <source>Reporting the end of a job</source>
        <translation>Signalement de la fin d’une tâche</translation>
    </message>
    <message>
        <source>Transcoding %1</source>
        <translation>Transcodage : %1</translation>
    </message>
    <message>
        <source>Transcoding a video</source>
        <translation>Transcodage d’une vidéo</translation>
    </message>
    <message>
        <source>you are using this PC</source>
        <translation>ce PC est en cours d’utilisation</translation>
    </message>
    <message>
        <source>nobody can tell whether this PC is in use</source>
        <translation>impossible de savoir si ce PC est utilisé</translation>
    </message>
    <message>
        <source>a program fills the screen</source>
        <translation>un programme occupe tout l’écran</translation>
    </message>
    <message>
        <source>a game runs</source>
        <translation>un jeu est en cours</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 est en cours d’exécution</translation>
    </message>
    <message>
        <source>other programs need the processor</source>
        <translation>d’autres programmes ont besoin du processeur</translation>
    </message>
    <message>
        <source>on battery</source>
        <translation>sur batterie</translation>
    </message>
    <message>
        <source>the power saver is on</source>
        <translation>l’économie d’énergie est active</translation>
    </message>
    <message>
        <source>outside the hours for work</source>
        <translation>en dehors des heures de travail</translation>
    </message>
    <message>
        <source>the network is metered</source>
        <translation>le réseau est facturé à l’usage</translation>
    </message>
    <message>
        <source>this PC is too hot</source>
        <translation>ce PC est trop chaud</translation>
    </message>
    <message>
        <source>this PC is too hot (%1)</source>
        <translation>ce PC est trop chaud (%1)</translation>
    </message>
    <message>
        <source>the disk for unfinished work is nearly full</source>
        <translation>le disque du travail inachevé est presque plein</translation>
    </message>
    <message>
        <source>for a reason that this version does not know</source>
        <translation>pour une raison inconnue de cette version</translation>
    </message>
    <message>
        <source>Goes on after %1 without input</source>
        <translation>Reprise après %1 d’inactivité</translation>
    </message>
    <message>
        <source>Goes on once it can be told whether this PC is in use</source>
        <translation>Reprise dès que l’on pourra savoir si ce PC est utilisé</translation>
    </message>
    <message>
        <source>Goes on after the full screen is left</source>
        <translation>Reprise à la sortie du plein écran</translation>
    </message>
    <message>
        <source>Goes on %1 after the full screen is left</source>
        <translation>Reprise %1 après la sortie du plein écran</translation>
    </message>
    <message>
        <source>Goes on after the game ends</source>
        <translation>Reprise à la fermeture du jeu</translation>
    </message>
    <message>
        <source>Goes on %1 after the game ends</source>
        <translation>Reprise %1 après la fermeture du jeu</translation>
    </message>
    <message>
        <source>Goes on after the program ends</source>
        <translation>Reprise à la fermeture du programme</translation>
    </message>
    <message>
        <source>Goes on %1 after the program ends</source>
        <translation>Reprise %1 après la fermeture du programme</translation>
    </message>
    <message>
        <source>Goes on when the other programs are done</source>
        <translation>Reprise dès que les autres programmes auront terminé</translation>
    </message>
    <message>
        <source>Goes on %1 after the other programs are done</source>
        <translation>Reprise %1 après que les autres programmes auront terminé</translation>
    </message>
    <message>
        <source>Goes on when this PC is plugged in</source>
        <translation>Reprise au branchement de ce PC sur le secteur</translation>
    </message>
    <message>
        <source>Goes on %1 after this PC is plugged in</source>
        <translation>Reprise %1 après le branchement de ce PC sur le secteur</translation>
    </message>
    <message>
        <source>Goes on when the power saver is switched off</source>
        <translation>Reprise à la désactivation de l’économie d’énergie</translation>
    </message>
    <message>
        <source>Goes on %1 after the power saver is switched off</source>
        <translation>Reprise %1 après la désactivation de l’économie d’énergie</translation>
    </message>
    <message>
        <source>Goes on once hours for work are set</source>
        <translation>Reprise dès que des heures de travail seront définies</translation>
    </message>
    <message>
        <source>Goes on with another network</source>
        <translation>Reprise avec un autre réseau</translation>
    </message>
    <message>
        <source>Goes on %1 after another network is used</source>
        <translation>Reprise %1 après le passage à un autre réseau</translation>
    </message>
    <message>
        <source>Goes on when this PC has cooled down</source>
        <translation>Reprise dès que ce PC aura refroidi</translation>
    </message>
    <message>
        <source>Goes on %1 after this PC has cooled down</source>
        <translation>Reprise %1 après le refroidissement de ce PC</translation>
    </message>
    <message>
        <source>Goes on when there is space on the disk</source>
        <translation>Reprise dès qu’il y aura de l’espace libre sur le disque</translation>
    </message>
    <message>
        <source>Goes on %1 after there is space on the disk</source>
        <translation>Reprise %1 après la libération d’espace sur le disque</translation>
    </message>
    <message>
        <source>Goes on: %1</source>
        <extracomment>%1 is the daemon's own English, for a reason that is newer than this program</extracomment>
        <translation>Reprise : %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>En attente : %1</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between causes</comment>
        <translation> ; </translation>
    </message>
    <message>
        <source>Waiting: the orchestrator at %1 does not answer</source>
        <translation>En attente : l’orchestrateur à l’adresse %1 ne répond pas</translation>
    </message>
    <message>
        <source>Paused by you</source>
        <translation>En pause à votre demande</translation>
    </message>
    <message>
        <source>Framehand cannot run</source>
        <translation>Framehand ne peut pas s’exécuter</translation>
    </message>
    <message>
        <source>Cannot work</source>
        <translation>Travail impossible</translation>
    </message>
    <message>
        <source>Framehand is starting</source>
        <translation>Framehand démarre</translation>
    </message>
    <message>
        <source>Framehand does not run</source>
        <translation>Framehand n’est pas en cours d’exécution</translation>
    </message>
    <message>
        <source>This PC hands out jobs and takes none itself</source>
        <translation>Ce PC distribue les tâches et n’en exécute aucune</translation>
    </message>
    <message>
        <source>Finding out what this PC can do</source>
        <translation>Détection des capacités de ce PC</translation>
    </message>
    <message>
        <source>Ready, there is no job</source>
        <translation>Prêt, aucune tâche</translation>
    </message>
    <message>
        <source>Then paused until %1</source>
        <comment>a time of day</comment>
        <translation>Puis en pause jusqu’à %1</translation>
    </message>
    <message>
        <source>Then paused until tomorrow, %1</source>
        <translation>Puis en pause jusqu’à demain, %1</translation>
    </message>
    <message>
        <source>Then paused until %1</source>
        <comment>a date with a time</comment>
        <translation>Puis en pause jusqu’au %1</translation>
    </message>
    <message>
        <source>Then paused until you resume</source>
        <translation>Puis en pause jusqu’à la reprise manuelle</translation>
    </message>
    <message>
        <source>Then it pauses</source>
        <translation>Puis mise en pause</translation>
    </message>
    <message>
        <source>Until %1</source>
        <comment>a time of day</comment>
        <translation>Jusqu’à %1</translation>
    </message>
    <message>
        <source>Until tomorrow, %1</source>
        <translation>Jusqu’à demain, %1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <comment>a date with a time</comment>
        <translation>Jusqu’au %1</translation>
    </message>
    <message>
        <source>Until you resume</source>
        <translation>Jusqu’à la reprise manuelle</translation>
    </message>
    <message>
        <source>Paused by you until %1</source>
        <comment>a time of day</comment>
        <translation>En pause à votre demande jusqu’à %1</translation>
    </message>
    <message>
        <source>Paused by you until tomorrow, %1</source>
        <translation>En pause à votre demande jusqu’à demain, %1</translation>
    </message>
    <message>
        <source>Paused by you until %1</source>
        <comment>a date with a time</comment>
        <translation>En pause à votre demande jusqu’au %1</translation>
    </message>
    <message>
        <source>Paused by you until you resume</source>
        <translation>En pause à votre demande jusqu’à la reprise manuelle</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>two sentences</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>Cannot work: what is wrong</comment>
        <translation>%1 : %2</translation>
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
        <translation>Utilise %1 d’un cœur du processeur et %2 de mémoire</translation>
    </message>
    <message>
        <source>Takes %1 of a processor core and %2 of memory; the GPU is %3 busy</source>
        <translation>Utilise %1 d’un cœur du processeur et %2 de mémoire ; le GPU est occupé à %3</translation>
    </message>
</context>
<context>
    <name>ServicePanel</name>
    <message>
        <source>A background service works without the app: it starts at login, without icon and window, is started again after a crash, and goes on when the app is closed. The app then only shows what it does.</source>
        <translation>Un service en arrière-plan travaille sans l’application : il démarre à l’ouverture de session, sans icône ni fenêtre, redémarre après un plantage et continue quand l’application est fermée. L’application ne fait alors qu’afficher son activité.</translation>
    </message>
    <message>
        <source>How the service stands</source>
        <translation>État du service</translation>
    </message>
    <message>
        <source>&amp;Install the service</source>
        <translation>&amp;Installer le service</translation>
    </message>
    <message>
        <source>&amp;Remove the service</source>
        <translation>&amp;Supprimer le service</translation>
    </message>
    <message>
        <source>Start it no&amp;w</source>
        <translation>&amp;Démarrer maintenant</translation>
    </message>
    <message>
        <source>S&amp;top it now</source>
        <translation>Arrê&amp;ter maintenant</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Please wait...</source>
        <translation>Veuillez patienter...</translation>
    </message>
    <message>
        <source>Asking the service manager...</source>
        <translation>Interrogation du gestionnaire de services...</translation>
    </message>
    <message>
        <source>A service cannot be used here: %1</source>
        <translation>Impossible d’utiliser un service ici : %1</translation>
    </message>
    <message>
        <source>The service is installed and does not run now.</source>
        <translation>Le service est installé, mais n’est pas en cours d’exécution.</translation>
    </message>
    <message>
        <source>The service is not installed.</source>
        <translation>Le service n’est pas installé.</translation>
    </message>
    <message>
        <source>The service is starting.</source>
        <translation>Le service démarre.</translation>
    </message>
    <message>
        <source>The service runs.</source>
        <translation>Le service est en cours d’exécution.</translation>
    </message>
    <message>
        <source>The service runs: %1</source>
        <translation>Le service est en cours d’exécution : %1</translation>
    </message>
    <message>
        <source>The service is stopping.</source>
        <translation>Le service s’arrête.</translation>
    </message>
    <message>
        <source>The service has failed: %1</source>
        <translation>Le service a échoué : %1</translation>
    </message>
    <message>
        <source>It is installed already.</source>
        <translation>Le service est déjà installé.</translation>
    </message>
    <message>
        <source>It is not installed.</source>
        <translation>Le service n’est pas installé.</translation>
    </message>
    <message>
        <source>It runs already.</source>
        <translation>Le service est déjà en cours d’exécution.</translation>
    </message>
    <message>
        <source>It must be installed first.</source>
        <translation>Le service doit d’abord être installé.</translation>
    </message>
    <message>
        <source>It does not run.</source>
        <translation>Le service n’est pas en cours d’exécution.</translation>
    </message>
    <message>
        <source>A background service works without the app: it starts with the machine, before anybody logs in, without icon and window, is started again after every failure, and goes on when you log out. The app then only shows what it does. To install and to remove it takes an administrator.</source>
        <translation>Un service en arrière-plan travaille sans l’application : il démarre avec l’ordinateur, avant toute ouverture de session, sans icône ni fenêtre, est relancé après chaque échec et continue lorsque vous fermez la session. L’application montre alors seulement ce qu’il fait. Il faut un administrateur pour l’installer et pour le supprimer.</translation>
    </message>
    <message>
        <source>It suits a PC on which seldom anybody is logged in. On any other one let the app start at login instead: many graphics cards encode only in the session of somebody who has logged in, and a service sees neither keyboard and mouse nor what fills the screen unless the app runs beside it and tells it.</source>
        <translation>Il convient à un PC sur lequel une session est rarement ouverte. Sur tout autre PC, laissez plutôt l’application démarrer à l’ouverture de session : beaucoup de cartes graphiques n’encodent que dans la session d’une personne connectée, et un service ne voit ni le clavier et la souris, ni ce qui remplit l’écran, sauf si l’application tourne à côté et le lui dit.</translation>
    </message>
    <message>
        <source>Give it shares by their names in the network, such as \\nas\videos: a service has no drive letters. If a share asks for a password, open Services in Windows, and under Framehand, Properties, Log On, name an account that may use the share.</source>
        <translation>Indiquez-lui les partages par leur nom sur le réseau, par exemple \\nas\videos : un service n’a pas de lettres de lecteur. Si un partage demande un mot de passe, ouvrez Services dans Windows et, sous Framehand, Propriétés, Connexion, indiquez un compte qui peut utiliser le partage.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Restart now</source>
        <translation>Redémarrer maintenant</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Settings of Framehand</source>
        <translation>Paramètres de Framehand</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Pages des paramètres</translation>
    </message>
    <message>
        <source>What became of the settings</source>
        <translation>Résultat de l’application des paramètres</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Appliquer</translation>
    </message>
    <message>
        <source>The settings of the daemon cannot be read: %1</source>
        <translation>Impossible de lire les paramètres du démon : %1</translation>
    </message>
    <message>
        <source>There is a mistake in the settings, so that they cannot be applied.</source>
        <translation>Les paramètres contiennent une erreur et ne peuvent pas être appliqués.</translation>
    </message>
    <message>
        <source>In force now: %1</source>
        <translation>En vigueur dès maintenant : %1</translation>
    </message>
    <message>
        <source>In force with the next job: %1</source>
        <translation>En vigueur à la prochaine tâche : %1</translation>
    </message>
    <message>
        <source>In force after a restart of the daemon: %1</source>
        <translation>En vigueur après un redémarrage du démon : %1</translation>
    </message>
    <message>
        <source>Written, but decided by %1: %2</source>
        <translation>Enregistré, mais imposé par %1 : %2</translation>
    </message>
    <message>
        <source>The daemon is restarted...</source>
        <translation>Redémarrage du démon...</translation>
    </message>
    <message>
        <source>The daemon was restarted with the settings as they are now.</source>
        <translation>Le démon a redémarré avec les paramètres actuels.</translation>
    </message>
</context>
<context>
    <name>SettingsTable</name>
    <message>
        <source>at once</source>
        <translation>immédiatement</translation>
    </message>
    <message>
        <source>with the next job</source>
        <translation>à la prochaine tâche</translation>
    </message>
    <message>
        <source>after a restart</source>
        <translation>après un redémarrage</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Paramètre</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Valeur par défaut</translation>
    </message>
    <message>
        <source>Takes effect</source>
        <translation>Prise d’effet</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Description</translation>
    </message>
</context>
<context>
    <name>SizeWords</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Monter</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Descendre</translation>
    </message>
    <message>
        <source>Take &amp;jobs from:</source>
        <translation>Accepter les &amp;tâches de :</translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>It is not checked in the list above, so that no jobs are taken from it.</source>
        <translation>Cette source n’est pas cochée dans la liste ci-dessus : aucune tâche n’en est acceptée.</translation>
    </message>
    <message>
        <source>This version of the daemon cannot test it.</source>
        <translation>Cette version du démon ne peut pas effectuer ce test.</translation>
    </message>
    <message>
        <source>Its other settings are on the page Advanced, where their names begin with "%1".</source>
        <translation>Ses autres paramètres sont sur la page « Avancé », où leurs noms commencent par « %1 ».</translation>
    </message>
</context>
<context>
    <name>SourcePanels</name>
    <message>
        <source>A pipeline of queues in Redis: one message for each video, which is transcoded, checked, and put in the place of the original.</source>
        <translation>Un pipeline de files dans Redis : un message par vidéo, qui est transcodée, vérifiée et mise à la place de l’original.</translation>
    </message>
    <message>
        <source>Add&amp;ress of the Redis server:</source>
        <translation>Ad&amp;resse du serveur Redis :</translation>
    </message>
    <message>
        <source>&amp;Password of the Redis server:</source>
        <translation>Mot de &amp;passe du serveur Redis :</translation>
    </message>
    <message>
        <source>Its &amp;queues are:</source>
        <translation>Type de ses &amp;files :</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listes</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>Streams</translation>
    </message>
    <message>
        <source>What this PC does &amp;in the pipeline:</source>
        <translation>Ce &amp;que fait ce PC dans le pipeline :</translation>
    </message>
    <message>
        <source>Names of its keys &amp;begin with:</source>
        <translation>Les &amp;noms de ses clés commencent par :</translation>
    </message>
    <message>
        <source>Other names of the &amp;folder with the videos:</source>
        <translation>A&amp;utres noms du dossier des vidéos :</translation>
    </message>
    <message>
        <source>Keep the origina&amp;l as .bak when a better file takes its place</source>
        <translation>Conser&amp;ver l’original en .bak quand un meilleur fichier le remplace</translation>
    </message>
    <message>
        <source>&amp;Test Redis</source>
        <translation>Tester Red&amp;is</translation>
    </message>
    <message>
        <source>This PC takes its turns beside Celery's own workers, for one task. Videos are in the object storage.</source>
        <translation>Ce PC prend son tour à côté des workers de Celery, pour une seule tâche Celery. Les vidéos sont dans le stockage objet.</translation>
    </message>
    <message>
        <source>Add&amp;ress of Celery's Redis server:</source>
        <translation>Ad&amp;resse du serveur Redis de Celery :</translation>
    </message>
    <message>
        <source>&amp;Password of Celery's Redis server:</source>
        <translation>Mot de &amp;passe du serveur Redis de Celery :</translation>
    </message>
    <message>
        <source>Celery's &amp;queue:</source>
        <translation>&amp;File de Celery :</translation>
    </message>
    <message>
        <source>&amp;Name of the task that transcodes:</source>
        <translation>&amp;Nom de la tâche Celery qui transcode :</translation>
    </message>
    <message>
        <source>Celery's &amp;bucket of inputs and outputs:</source>
        <translation>&amp;Bucket de Celery pour les entrées et sorties :</translation>
    </message>
    <message>
        <source>&amp;Test Celery</source>
        <translation>Tester Celer&amp;y</translation>
    </message>
    <message>
        <source>The queues of a video service in Node.js, one for each resolution. Videos are in the object storage.</source>
        <translation>Les files d’un service vidéo en Node.js, une par résolution. Les vidéos sont dans le stockage objet.</translation>
    </message>
    <message>
        <source>Add&amp;ress of the queues' Redis server:</source>
        <translation>Ad&amp;resse du serveur Redis des files :</translation>
    </message>
    <message>
        <source>&amp;Password of the queues' Redis server:</source>
        <translation>Mot de &amp;passe du serveur Redis des files :</translation>
    </message>
    <message>
        <source>&amp;Queues, the preferred first:</source>
        <translation>C&amp;haque file, la préférée d’abord :</translation>
    </message>
    <message>
        <source>The &amp;library that keeps them:</source>
        <translation>&amp;Bibliothèque qui les gère :</translation>
    </message>
    <message>
        <source>Whichever it is</source>
        <translation>Peu importe laquelle</translation>
    </message>
    <message>
        <source>Bucket of the queues' &amp;inputs:</source>
        <translation>Bucket des e&amp;ntrées des files :</translation>
    </message>
    <message>
        <source>&amp;Bucket of the queues' outputs:</source>
        <translation>Bucket des sort&amp;ies des files :</translation>
    </message>
    <message>
        <source>Address of the ser&amp;vice's database:</source>
        <translation>Adresse de la base de données du ser&amp;vice :</translation>
    </message>
    <message>
        <source>Password of t&amp;he service's database:</source>
        <translation>Mot de passe de la base de données d&amp;u service :</translation>
    </message>
    <message>
        <source>&amp;Test the queues</source>
        <translation>Tester les &amp;files</translation>
    </message>
    <message>
        <source>Each message is a GStreamer pipeline from one object of the object storage to another.</source>
        <translation>Chaque message est un pipeline GStreamer d’un objet du stockage objet à un autre.</translation>
    </message>
    <message>
        <source>Add&amp;ress of the RabbitMQ server:</source>
        <translation>Ad&amp;resse du serveur RabbitMQ :</translation>
    </message>
    <message>
        <source>&amp;Password of the RabbitMQ server:</source>
        <translation>Mot de &amp;passe du serveur RabbitMQ :</translation>
    </message>
    <message>
        <source>RabbitMQ's &amp;bucket of inputs and outputs:</source>
        <translation>&amp;Bucket de RabbitMQ pour les entrées et sorties :</translation>
    </message>
    <message>
        <source>&amp;Test RabbitMQ</source>
        <translation>Tester RabbitM&amp;Q</translation>
    </message>
    <message>
        <source>Object storage</source>
        <translation>Stockage objet</translation>
    </message>
    <message>
        <source>Amazon S3, MinIO, Ceph or another one that speaks their language.</source>
        <translation>Amazon S3, MinIO, Ceph ou un autre qui parle leur langage.</translation>
    </message>
    <message>
        <source>Addr&amp;ess of the object storage:</source>
        <translation>Adr&amp;esse du stockage objet :</translation>
    </message>
    <message>
        <source>Access &amp;key of the object storage:</source>
        <translation>C&amp;lé d’accès du stockage objet :</translation>
    </message>
    <message>
        <source>Secret ke&amp;y of the object storage:</source>
        <translation>Clé &amp;secrète du stockage objet :</translation>
    </message>
    <message>
        <source>Re&amp;gion of the object storage:</source>
        <translation>Ré&amp;gion du stockage objet :</translation>
    </message>
    <message>
        <source>Ho&amp;w its URLs name a bucket:</source>
        <translation>C&amp;omment ses URL nomment un bucket :</translation>
    </message>
    <message>
        <source>In the path: http://server/bucket</source>
        <translation>Dans le chemin : http://server/bucket</translation>
    </message>
    <message>
        <source>Before the server: http://bucket.server</source>
        <translation>Avant le serveur : http://bucket.server</translation>
    </message>
    <message>
        <source>Test the &amp;object storage</source>
        <translation>Tester le stoc&amp;kage objet</translation>
    </message>
</context>
<context>
    <name>SourceTitles</name>
    <message>
        <source>Orchestrator</source>
        <translation>Orchestrateur</translation>
    </message>
    <message>
        <source>Redis lists or streams</source>
        <translation>Listes ou streams Redis</translation>
    </message>
    <message>
        <source>Celery on Redis</source>
        <translation>Celery sur Redis</translation>
    </message>
    <message>
        <source>BullMQ or Bull</source>
        <translation>BullMQ ou Bull</translation>
    </message>
</context>
<context>
    <name>StartupPage</name>
    <message>
        <source>&amp;Start Framehand in the tray when I log in</source>
        <translation>&amp;Lancer Framehand dans la zone de notification à l’ouverture de session</translation>
    </message>
    <message>
        <source>The app</source>
        <translation>L’application</translation>
    </message>
    <message>
        <source>The icon appears in the tray, and the app starts the daemon, which does the work, unless one runs already. Both end when you log out. This is written in %1</source>
        <translation>L’icône s’affiche dans la zone de notification et l’application démarre le démon, qui effectue le travail, sauf s’il est déjà en cours d’exécution. Tous deux s’arrêtent à la fermeture de session. Ce réglage est enregistré dans %1</translation>
    </message>
    <message>
        <source>The daemon as a background service</source>
        <translation>Le démon comme service en arrière-plan</translation>
    </message>
    <message>
        <source>Open the first set&amp;up again...</source>
        <translation>&amp;Rouvrir la configuration initiale...</translation>
    </message>
    <message>
        <source>Startup</source>
        <translation>Démarrage</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>All videos are read below one folder, usually a share of a NAS that is mounted on this PC, and the finished packages are written below it.</source>
        <translation>Toutes les vidéos sont lues à partir d’un seul dossier, en général un partage d’un NAS monté sur ce PC, et les paquets terminés y sont écrits.</translation>
    </message>
    <message>
        <source>&amp;Folder with the videos:</source>
        <translation>&amp;Dossier des vidéos :</translation>
    </message>
    <message>
        <source>&amp;Test reading, writing and renaming</source>
        <translation>&amp;Tester la lecture, l’écriture et le renommage</translation>
    </message>
    <message>
        <source>&amp;Staging folder on a local disk:</source>
        <translation>Do&amp;ssier temporaire sur un disque local :</translation>
    </message>
    <message>
        <source>&amp;Keep free on both:</source>
        <translation>À &amp;garder libre sur les deux :</translation>
    </message>
    <message>
        <source>&amp;Pause when less is free in the staging folder:</source>
        <translation>Mettre en &amp;pause si l’espace libre du dossier temporaire est inférieur à :</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Stockage</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>This will be changed</source>
        <translation>Modifications prévues</translation>
    </message>
    <message>
        <source>Nothing of it is done yet. Apply makes these changes and starts the work; Cancel changes nothing.</source>
        <translation>Rien n’a encore été fait. « Appliquer » effectue ces modifications et démarre le travail ; « Annuler » ne modifie rien.</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Appliquer</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>Toutes les modifications</translation>
    </message>
    <message>
        <source>    %1 -&gt; %2</source>
        <translation>    %1 -&gt; %2</translation>
    </message>
    <message>
        <source>    %1: %2 -&gt; %3</source>
        <translation>    %1 : %2 -&gt; %3</translation>
    </message>
    <message>
        <source>Nothing: all is as you want it already. The daemon is started with it.</source>
        <translation>Aucune : tout est déjà configuré comme souhaité. Le démon sera démarré avec ces paramètres.</translation>
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
        <translation>Le rapport est un fichier texte unique contenant :
• les versions de Framehand et du système d’exploitation
• l’activité actuelle du nœud de travail
• tous les paramètres, avec les adresses et les dossiers, mais sans mots de passe ni autres secrets
• ce que ce PC peut encoder
• les résultats du diagnostic
• les dernières lignes du journal, où figurent des noms de fichiers

Il est enregistré uniquement sur ce PC ; rien n’est envoyé. Il est conseillé de le relire avant de le transmettre à qui que ce soit.</translation>
    </message>
</context>
<context>
    <name>TestPanel</name>
    <message>
        <source>Testing...</source>
        <translation>Test en cours...</translation>
    </message>
</context>
<context>
    <name>ThisPcPage</name>
    <message>
        <source>Problem with the settings</source>
        <translation>Problème lié aux paramètres</translation>
    </message>
    <message>
        <source>This PC</source>
        <translation>Ce PC</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1 :</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Graphics</source>
        <translation>Carte graphique</translation>
    </message>
    <message>
        <source>FFmpeg libraries</source>
        <translation>Bibliothèques FFmpeg</translation>
    </message>
    <message>
        <source>Encoders, as measured by really encoding with them</source>
        <translation>Encodeurs, mesurés par un encodage réel</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>Encodeurs</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Encodeur</translation>
    </message>
    <message>
        <source>Codec</source>
        <translation>Codec</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Fonctionne</translation>
    </message>
    <message>
        <source>Frames a second at 720p</source>
        <translation>Images par seconde en 720p</translation>
    </message>
    <message>
        <source>Largest picture</source>
        <translation>Taille d’image maximale</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Raison de l’échec</translation>
    </message>
    <message>
        <source>Why the encoders are not known</source>
        <translation>Raison pour laquelle les encodeurs sont inconnus</translation>
    </message>
    <message>
        <source>&amp;Measure again</source>
        <translation>Me&amp;surer de nouveau</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>Progression de la mesure</translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation>Diagnostic</translation>
    </message>
    <message>
        <source>What happens now</source>
        <translation>Activité actuelle</translation>
    </message>
    <message>
        <source>Everything that is needed is being examined; this can take a moment.</source>
        <translation>Tout ce qui est nécessaire est en cours d’examen ; cela peut prendre un moment.</translation>
    </message>
    <message>
        <source>Why nothing could be examined</source>
        <translation>Raison pour laquelle rien n’a pu être examiné</translation>
    </message>
    <message>
        <source>&amp;Examine again</source>
        <translation>E&amp;xaminer de nouveau</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>&amp;Copier en tant que texte</translation>
    </message>
    <message>
        <source>The settings as they are now could not be started with, so the former ones are in use: %1</source>
        <translation>Impossible de démarrer avec les paramètres actuels ; les précédents sont donc utilisés : %1</translation>
    </message>
    <message>
        <source>What was looked at</source>
        <translation>Élément examiné</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Résultat de l’examen</translation>
    </message>
    <message>
        <source>What to do about it</source>
        <translation>Solution proposée</translation>
    </message>
</context>
<context>
    <name>ThisPcWords</name>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n cœur</numerusform>
            <numerusform>%n cœurs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>processor, cores</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>None found</source>
        <translation>Aucune détectée</translation>
    </message>
    <message>
        <source>%1, driver %2</source>
        <translation>%1, pilote %2</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>width, height</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Trying %1 (%2 of %3)</source>
        <translation>Essai de %1 (%2 sur %3)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Orchestrator</source>
        <translation>Orchestrateur</translation>
    </message>
    <message>
        <source>Background service</source>
        <translation>Service en arrière-plan</translation>
    </message>
    <message>
        <source>Share with the videos</source>
        <translation>Partage contenant les vidéos</translation>
    </message>
    <message>
        <source>Reading from the share</source>
        <translation>Lecture sur le partage</translation>
    </message>
    <message>
        <source>Writing to the share</source>
        <translation>Écriture sur le partage</translation>
    </message>
    <message>
        <source>Space for unfinished videos</source>
        <translation>Espace pour les vidéos inachevées</translation>
    </message>
    <message>
        <source>Space on the share</source>
        <translation>Espace sur le partage</translation>
    </message>
    <message>
        <source>Folder for unfinished videos</source>
        <translation>Dossier des vidéos inachevées</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>Encodeurs</translation>
    </message>
    <message>
        <source>Protection against harmful videos</source>
        <translation>Protection contre les vidéos malveillantes</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>Tout va bien</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Measure the encoders again</source>
        <translation>Mesurer de nouveau les encodeurs</translation>
    </message>
    <message>
        <source>Change this setting...</source>
        <translation>Modifier ce paramètre...</translation>
    </message>
    <message>
        <source>Processor: %1</source>
        <translation>Processeur : %1</translation>
    </message>
    <message>
        <source>Memory: %1</source>
        <translation>Mémoire : %1</translation>
    </message>
    <message>
        <source>Graphics: %1</source>
        <translation>Carte graphique : %1</translation>
    </message>
    <message>
        <source>FFmpeg libraries: %1</source>
        <translation>Bibliothèques FFmpeg : %1</translation>
    </message>
    <message>
        <source>%1: does not work: %2</source>
        <translation>%1 : ne fonctionne pas : %2</translation>
    </message>
    <message>
        <source>%1: works, %2 frames a second at 720p</source>
        <translation>%1 : fonctionne, %2 images par seconde en 720p</translation>
    </message>
    <message>
        <source>%1: works</source>
        <translation>%1 : fonctionne</translation>
    </message>
    <message>
        <source>%1: %2: %3</source>
        <comment>health, what was looked at, finding</comment>
        <translation>%1 : %2 : %3</translation>
    </message>
</context>
<context>
    <name>TimeWords</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
</context>
<context>
    <name>TokenPanel</name>
    <message>
        <source>Access to&amp;ken:</source>
        <translation>&amp;Jeton d’accès :</translation>
    </message>
    <message>
        <source>An orchestrator may ask for an access token. This PC shows it to its orchestrator; if it is the orchestrator itself, all others must show it.</source>
        <translation>Un orchestrateur peut demander un jeton d’accès. Ce PC le présente à son orchestrateur ; s’il est lui-même l’orchestrateur, tous les autres doivent le présenter.</translation>
    </message>
    <message>
        <source>An access token has from %1 to %2 characters: letters, digits and -._~+/, and = at its end.</source>
        <translation>Un jeton d’accès comporte de %1 à %2 caractères : des lettres, des chiffres et -._~+/, et = à la fin.</translation>
    </message>
    <message>
        <source>It is kept in your keychain and, because the daemon also works while nobody is logged in to unlock a keychain, in a file that only you can read: %1</source>
        <translation>Il est conservé dans votre trousseau et, comme le démon travaille aussi lorsque personne n’est connecté pour déverrouiller un trousseau, dans un fichier que vous seul pouvez lire : %1</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>&amp;Pause</source>
        <translation>Mettre en &amp;pause</translation>
    </message>
    <message>
        <source>&amp;Open Framehand</source>
        <translation>&amp;Ouvrir Framehand</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reprendre</translation>
    </message>
    <message>
        <source>&amp;Finish this job, then pause</source>
        <translation>&amp;Terminer la tâche, puis pause</translation>
    </message>
    <message>
        <source>&amp;Ignore "in use" for 1 hour</source>
        <translation>&amp;Ignorer l’usage du PC pendant 1 h</translation>
    </message>
    <message>
        <source>&amp;Heed "in use" again</source>
        <translation>Tenir &amp;compte de l’usage du PC</translation>
    </message>
    <message>
        <source>&amp;Start Framehand</source>
        <translation>&amp;Démarrer Framehand</translation>
    </message>
    <message>
        <source>S&amp;ettings...</source>
        <translation>Paramètr&amp;es...</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
</context>
<context>
    <name>WeekGridWidget</name>
    <message>
        <source>Hours of the week in which to work</source>
        <translation>Heures de la semaine où travailler</translation>
    </message>
    <message>
        <source>Drag over hours to allow them, or to forbid them again. With the keyboard: arrow keys, Shift to take more hours, Space to change them.</source>
        <translation>Faire glisser sur les heures pour les autoriser ou les interdire de nouveau. Au clavier : touches fléchées, Maj pour étendre la sélection, Espace pour la modifier.</translation>
    </message>
    <message>
        <source>%1, hour from %2: work is allowed</source>
        <translation>%1, heure à partir de %2 : travail autorisé</translation>
    </message>
    <message>
        <source>%1, hour from %2: work is allowed in a part of it</source>
        <translation>%1, heure à partir de %2 : travail autorisé en partie</translation>
    </message>
    <message>
        <source>%1, hour from %2: no work</source>
        <translation>%1, heure à partir de %2 : pas de travail</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome to Framehand</source>
        <translation>Bienvenue dans Framehand</translation>
    </message>
    <message>
        <source>A few questions, and this PC turns videos into streams. Nothing is changed before you have seen a list of all changes.</source>
        <translation>Quelques questions, et ce PC transforme des vidéos en flux. Rien n’est modifié avant l’affichage de la liste de toutes les modifications.</translation>
    </message>
    <message>
        <source>This was found:</source>
        <translation>Éléments trouvés :</translation>
    </message>
    <message>
        <source>Daemon, which does the work</source>
        <translation>Démon (effectue le travail)</translation>
    </message>
    <message>
        <source>it is being started</source>
        <translation>démarrage en cours</translation>
    </message>
    <message>
        <source>it runs</source>
        <translation>en cours d’exécution</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Fichier de configuration</translation>
    </message>
    <message>
        <source>%1 is there and is changed, line by line</source>
        <translation>%1 existe et sera modifié ligne par ligne</translation>
    </message>
    <message>
        <source>%1 is made new</source>
        <translation>%1 sera créé</translation>
    </message>
    <message>
        <source>Shares of other machines</source>
        <translation>Partages d’autres machines</translation>
    </message>
    <message>
        <source>none is mounted on this PC</source>
        <translation>aucun n’est monté sur ce PC</translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>Start Framehand in the tray when I &amp;log in</source>
        <translation>&amp;Lancer Framehand dans la zone de notification à l’ouverture de session</translation>
    </message>
    <message>
        <source>Also work as a background &amp;service, without the app</source>
        <translation>Travailler aussi comme ser&amp;vice en arrière-plan, sans l’application</translation>
    </message>
    <message>
        <source>When may this PC work?</source>
        <translation>Quand ce PC peut-il travailler ?</translation>
    </message>
    <message>
        <source>Finer rules, and hours of the week, are in the settings.</source>
        <translation>Des règles plus fines et les heures de la semaine se trouvent dans les paramètres.</translation>
    </message>
    <message>
        <source>&amp;Whenever nobody uses it</source>
        <translation>&amp;Quand personne ne l’utilise</translation>
    </message>
    <message>
        <source>Work pauses within a second of the first key or movement, and goes on after five minutes without.</source>
        <translation>Le travail se met en pause moins d’une seconde après la première touche ou le premier mouvement de souris et reprend après cinq minutes d’inactivité.</translation>
    </message>
    <message>
        <source>Only at ni&amp;ght</source>
        <translation>Seulement la &amp;nuit</translation>
    </message>
    <message>
        <source>From 22:00 to 07:00, and only while nobody uses it.</source>
        <translation>De 22:00 à 07:00, et seulement quand personne ne l’utilise.</translation>
    </message>
    <message>
        <source>&amp;Always</source>
        <translation>T&amp;oujours</translation>
    </message>
    <message>
        <source>Also while you use it, at the lowest priority. Games, full-screen programs and battery still pause it.</source>
        <translation>Même pendant son utilisation, avec la priorité la plus basse. Les jeux, les programmes en plein écran et le fonctionnement sur batterie mettent tout de même le travail en pause.</translation>
    </message>
    <message>
        <source>Lea&amp;ve it as it is now</source>
        <translation>Laisser co&amp;mme c’est maintenant</translation>
    </message>
    <message>
        <source>The hours and rules that are in the settings stay.</source>
        <translation>Les heures et les règles des réglages sont conservées.</translation>
    </message>
    <message>
        <source>What starts by itself</source>
        <translation>Démarrage automatique</translation>
    </message>
    <message>
        <source>It starts with the machine, and an administrator must agree. It needs the share by its name in the network, such as \\nas\videos, and often cannot use the graphics card; for a PC that somebody uses, the start at login above is the better choice.</source>
        <translation>Il démarre avec l’ordinateur, et un administrateur doit donner son accord. Il lui faut le partage par son nom sur le réseau, par exemple \\nas\videos, et souvent il ne peut pas utiliser la carte graphique ; pour un PC que quelqu’un utilise, le démarrage à l’ouverture de session ci-dessus est le meilleur choix.</translation>
    </message>
</context>
</TS>
