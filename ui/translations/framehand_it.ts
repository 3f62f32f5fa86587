<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
<context>
    <name>AdvancedPage</name>
    <message>
        <source>Back to the &amp;default</source>
        <translation>&amp;Ripristina il valore predefinito</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>&amp;Cerca:</translation>
    </message>
    <message>
        <source>Other settings</source>
        <translation>Altre impostazioni</translation>
    </message>
    <message>
        <source>What the chosen setting may be</source>
        <translation>Valori ammessi per l'impostazione scelta</translation>
    </message>
    <message>
        <source>Settings file: %1</source>
        <translation>File delle impostazioni: %1</translation>
    </message>
    <message>
        <source>Choose a setting to see what it may be. A double click or F2 changes its value.</source>
        <translation>Scegliere un'impostazione per vedere i valori ammessi. Un doppio clic o F2 ne modifica il valore.</translation>
    </message>
    <message>
        <source>Decided by %1, which goes before the settings file.</source>
        <translation>Stabilita da %1, che ha la precedenza sul file delle impostazioni.</translation>
    </message>
    <message>
        <source>%1. Expected: %2.</source>
        <translation>%1. Valore atteso: %2.</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avanzate</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>As the desktop</source>
        <translation>Come il desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Chiaro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Scuro</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Come il sistema</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>&amp;Colori:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Lingua:</translation>
    </message>
    <message>
        <source>Another language is shown from the next start of the app on.</source>
        <translation>Una lingua diversa viene usata dal prossimo avvio dell'app.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aspetto</translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>What the test found</source>
        <translation>Risultato della prova</translation>
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
        <translation>Un &amp;orchestratore distribuisce i lavori</translation>
    </message>
    <message>
        <source>This PC is the orchestrator and works for &amp;itself</source>
        <translation>Questo PC è l'orchestratore e lavora per &amp;sé</translation>
    </message>
    <message>
        <source>Add&amp;ress of the orchestrator:</source>
        <translation>Indi&amp;rizzo dell'orchestratore:</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>Prova la &amp;connessione</translation>
    </message>
    <message>
        <source>&amp;Listens on the address:</source>
        <translation>In &amp;ascolto sull'indirizzo:</translation>
    </message>
    <message>
        <source>On the &amp;port:</source>
        <translation>Sulla &amp;porta:</translation>
    </message>
    <message>
        <source>&amp;Name of this worker:</source>
        <translation>&amp;Nome di questo worker:</translation>
    </message>
    <message>
        <source>127.0.0.1 is for this PC alone; 0.0.0.0 lets other PCs of your network work for it: those that know the access token below, or all if there is none.</source>
        <translation>127.0.0.1 è solo per questo PC; con 0.0.0.0 altri PC della rete possono lavorare per esso: quelli che conoscono il token di accesso qui sotto, o tutti se non ce n'è uno.</translation>
    </message>
    <message>
        <source>The daemon that runs now was not started by this app. It becomes its own orchestrator with a restart if it is the service; if it was started as "framehandd worker", it does not.</source>
        <translation>Il demone in esecuzione non è stato avviato da questa app. Se è il servizio, con un riavvio diventa orchestratore di sé stesso; se è stato avviato come «framehandd worker», no.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connessione</translation>
    </message>
    <message>
        <source>Other &amp;job sources...</source>
        <translation>Altre &amp;fonti di lavori...</translation>
    </message>
    <message>
        <source>No orchestrator is asked for jobs. They come from: %1</source>
        <translation>A nessun orchestratore vengono chiesti lavori. Provengono da: %1</translation>
    </message>
    <message>
        <source>Jobs come from these sources, and the first is preferred: %1</source>
        <translation>I lavori provengono da queste fonti, di preferenza dalla prima: %1</translation>
    </message>
    <message>
        <source>Jobs can also come from Redis, Celery, BullMQ or RabbitMQ.</source>
        <translation>I lavori possono provenire anche da Redis, Celery, BullMQ o RabbitMQ.</translation>
    </message>
</context>
<context>
    <name>FieldForm</name>
    <message>
        <source>Choose...</source>
        <translation>Scegli...</translation>
    </message>
    <message>
        <source>Choose the folder: %1</source>
        <translation>Scegli la cartella: %1</translation>
    </message>
    <message>
        <source>Decided by %1, which goes before the settings file.</source>
        <translation>Stabilita da %1, che ha la precedenza sul file delle impostazioni.</translation>
    </message>
    <message>
        <source>This version of the daemon does not know it.</source>
        <translation>Questa versione del demone non conosce questa impostazione.</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>not set</source>
        <translation>non impostato</translation>
    </message>
    <message>
        <source>starts at login</source>
        <translation>si avvia all'accesso</translation>
    </message>
    <message>
        <source>does not start at login</source>
        <translation>non si avvia all'accesso</translation>
    </message>
    <message>
        <source>Background service of this user</source>
        <translation>Servizio in background di questo utente</translation>
    </message>
    <message>
        <source>not installed by this setup</source>
        <translation>non installato da questa configurazione</translation>
    </message>
    <message>
        <source>installed and started</source>
        <translation>installato e avviato</translation>
    </message>
    <message>
        <source>The settings are written into %1</source>
        <translation>Impostazioni scritte in %1</translation>
    </message>
    <message>
        <source>Framehand starts at the next login</source>
        <translation>Framehand si avvia al prossimo accesso</translation>
    </message>
    <message>
        <source>Framehand no longer starts at login</source>
        <translation>Framehand non si avvia più all'accesso</translation>
    </message>
    <message>
        <source>The daemon starts with these settings</source>
        <translation>Il demone si avvia con queste impostazioni</translation>
    </message>
    <message>
        <source>The service is installed and runs</source>
        <translation>Il servizio è installato e in esecuzione</translation>
    </message>
    <message>
        <source>Background service of this machine</source>
        <translation>Servizio in background di questo computer</translation>
    </message>
</context>
<context>
    <name>FirstRunWizard</name>
    <message>
        <source>Set up Framehand</source>
        <translation>Configurazione di Framehand</translation>
    </message>
    <message>
        <source>Set up Framehand: %1</source>
        <translation>Configurazione di Framehand: %1</translation>
    </message>
</context>
<context>
    <name>HistoryDetail</name>
    <message>
        <source>Job: %1</source>
        <translation>Lavoro: %1</translation>
    </message>
    <message>
        <source>Video:</source>
        <translation>Video:</translation>
    </message>
    <message>
        <source>Result:</source>
        <translation>Esito:</translation>
    </message>
    <message>
        <source>Began:</source>
        <translation>Inizio:</translation>
    </message>
    <message>
        <source>Ended:</source>
        <translation>Fine:</translation>
    </message>
    <message>
        <source>Took, with pauses:</source>
        <translation>Durata con le pause:</translation>
    </message>
    <message>
        <source>Took, without pauses:</source>
        <translation>Durata senza le pause:</translation>
    </message>
    <message>
        <source>Speed:</source>
        <translation>Velocità:</translation>
    </message>
    <message>
        <source>Size before:</source>
        <translation>Dimensione prima:</translation>
    </message>
    <message>
        <source>Size after:</source>
        <translation>Dimensione dopo:</translation>
    </message>
    <message>
        <source>Made:</source>
        <translation>Prodotto:</translation>
    </message>
    <message>
        <source>Folder on the share:</source>
        <translation>Cartella nella condivisione:</translation>
    </message>
    <message>
        <source>Playlist:</source>
        <translation>Playlist:</translation>
    </message>
    <message>
        <source>Job's id:</source>
        <translation>ID del lavoro:</translation>
    </message>
    <message>
        <source>Error:</source>
        <translation>Errore:</translation>
    </message>
    <message>
        <source>&amp;Cause:</source>
        <translation>Ca&amp;usa:</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Causa</translation>
    </message>
    <message>
        <source>Cause:</source>
        <translation>Causa:</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>C&amp;opia</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between renditions</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Attempts:</source>
        <translation>Tentativo:</translation>
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
        <translation>Esito</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fine</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durata</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocità</translation>
    </message>
    <message>
        <source>Size before</source>
        <translation>Dimensione prima</translation>
    </message>
    <message>
        <source>Size after</source>
        <translation>Dimensione dopo</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Why the list is not up to date</source>
        <translation>Perché l'elenco non è aggiornato</translation>
    </message>
    <message>
        <source>How many jobs are listed</source>
        <translation>Numero di lavori in elenco</translation>
    </message>
    <message>
        <source>What became of the last wish</source>
        <translation>Esito dell'ultima azione</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>&amp;Cerca:</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cerca</translation>
    </message>
    <message>
        <source>Words in the name, the id or the error</source>
        <translation>Parole nel nome, nell'ID o nell'errore</translation>
    </message>
    <message>
        <source>&amp;Result:</source>
        <translation>&amp;Esito:</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Esito</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tutti</translation>
    </message>
    <message>
        <source>Jobs that ended on this PC</source>
        <translation>Lavori terminati su questo PC</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>De&amp;ttagli</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>&amp;Apri la cartella</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>Ri&amp;produci</translation>
    </message>
    <message>
        <source>&amp;Export as CSV...</source>
        <translation>Esp&amp;orta come CSV...</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n lavoro</numerusform>
            <numerusform>%n lavori</numerusform>
        </translation>
    </message>
    <message>
        <source>No job is like this.</source>
        <translation>Nessun lavoro corrisponde alla ricerca.</translation>
    </message>
    <message>
        <source>No job has ended on this PC yet.</source>
        <translation>Su questo PC non è ancora terminato nessun lavoro.</translation>
    </message>
    <message>
        <source>"%1" waits for its turn again.</source>
        <translation>«%1» è di nuovo in coda.</translation>
    </message>
    <message>
        <source>"%1" cannot be tried again: %2</source>
        <translation>Impossibile riprovare «%1»: %2</translation>
    </message>
    <message>
        <source>The folder %1 cannot be opened.</source>
        <translation>Impossibile aprire la cartella %1.</translation>
    </message>
    <message>
        <source>No program could be found that plays %1.</source>
        <translation>Nessun programma trovato per riprodurre %1.</translation>
    </message>
    <message>
        <source>Export the jobs that are listed</source>
        <translation>Esporta i lavori in elenco</translation>
    </message>
    <message>
        <source>The jobs cannot be exported: %1</source>
        <translation>Impossibile esportare i lavori: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) exported to %1</source>
        <translation>
            <numerusform>%n lavoro esportato in %1</numerusform>
            <numerusform>%n lavori esportati in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2</source>
        <translation>Impossibile scrivere il file %1: %2</translation>
    </message>
    <message>
        <source>Try aga&amp;in</source>
        <translation>&amp;Riprova</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>Finished</source>
        <translation>Terminato</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Non riuscito</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annullato</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Restituito</translation>
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
        <translation>Ora la pausa è solo manuale: le regole qui sotto sono disattivate.</translation>
    </message>
    <message>
        <source>&amp;Leave this PC alone while somebody needs it</source>
        <translation>&amp;Lascia libero questo PC finché serve a qualcuno</translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <translation>Orari della settimana</translation>
    </message>
    <message>
        <source>Hours of the week: %1</source>
        <translation>Orari della settimana: %1</translation>
    </message>
    <message>
        <source>Al&amp;ways</source>
        <translation>&amp;Sempre</translation>
    </message>
    <message>
        <source>&amp;Nights only</source>
        <translation>Solo di &amp;notte</translation>
    </message>
    <message>
        <source>Nights and wee&amp;kends</source>
        <translation>Di notte e nel &amp;fine settimana</translation>
    </message>
    <message>
        <source>&amp;In words of the settings file:</source>
        <translation>&amp;Testo nel file delle impostazioni:</translation>
    </message>
    <message>
        <source>What pauses work</source>
        <translation>Quando mettere in pausa</translation>
    </message>
    <message>
        <source>Pause while keyboard or mouse are in &amp;use</source>
        <translation>Metti in pausa mentre tastiera o mouse sono in &amp;uso</translation>
    </message>
    <message>
        <source>Time without in&amp;put until work goes on:</source>
        <translation>Tempo senza in&amp;put prima di riprendere:</translation>
    </message>
    <message>
        <source>Pause while a program fills the &amp;screen or a game runs</source>
        <translation>Metti in pausa mentre un programma è a sc&amp;hermo intero o un gioco è in esecuzione</translation>
    </message>
    <message>
        <source>Pause while this PC runs on &amp;battery</source>
        <translation>Metti in pausa mentre questo PC è alimentato a &amp;batteria</translation>
    </message>
    <message>
        <source>Pause while the power sa&amp;ver is on</source>
        <translation>Metti in pausa mentre il risparmio &amp;energetico è attivo</translation>
    </message>
    <message>
        <source>Pause while the network is &amp;metered</source>
        <translation>Metti in pausa mentre la rete è a &amp;consumo</translation>
    </message>
    <message>
        <source>Pause when o&amp;ther programs use more of the processor than:</source>
        <translation>Metti in pausa quando gli &amp;altri programmi usano il processore oltre:</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>nessun limite</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Pause when the processor is &amp;hotter than:</source>
        <translation>Metti in pausa quando la temperatura del p&amp;rocessore supera:</translation>
    </message>
    <message>
        <source> °C</source>
        <translation> °C</translation>
    </message>
    <message>
        <source>Programs that pause work while they run</source>
        <translation>Programmi che mettono in pausa il lavoro mentre sono in esecuzione</translation>
    </message>
    <message>
        <source>P&amp;rograms:</source>
        <translation>Pr&amp;ogrammi:</translation>
    </message>
    <message>
        <source>Choose from the programs that run n&amp;ow...</source>
        <translation>Scegli tra i programmi in esecu&amp;zione...</translation>
    </message>
    <message>
        <source>When to work</source>
        <translation>Quando lavorare</translation>
    </message>
</context>
<context>
    <name>JobSourcesPage</name>
    <message>
        <source>&amp;Set up object storage...</source>
        <translation>Con&amp;figura l'archiviazione a oggetti...</translation>
    </message>
    <message>
        <source>Jobs come from all sources that are checked. The upper ones are asked first.</source>
        <translation>I lavori provengono da tutte le fonti selezionate. Quelle più in alto vengono interrogate per prime.</translation>
    </message>
    <message>
        <source>It hands out jobs to many PCs. Where it is, or that this PC is its own, is said on the page Connection.</source>
        <translation>Distribuisce lavori a molti PC. Dove si trova, o che lo è questo stesso PC, è indicato nella pagina «Connessione».</translation>
    </message>
    <message>
        <source>Open the page &amp;Connection</source>
        <translation>Apri la pagina «&amp;Connessione»</translation>
    </message>
    <message>
        <source>Passwords and keys are kept in your keychain and, because the daemon also works while nobody is logged in to unlock a keychain, in files that only you can read: %1</source>
        <translation>Password e chiavi sono conservate nel portachiavi e, poiché il demone lavora anche quando nessuno ha effettuato l'accesso per sbloccare un portachiavi, in file che solo tu puoi leggere: %1</translation>
    </message>
    <message>
        <source>What passwords and keys the daemon has cannot be read: %1</source>
        <translation>Impossibile leggere quali password e chiavi ha il demone: %1</translation>
    </message>
    <message>
        <source>Job sources</source>
        <translation>Fonti di lavori</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>What became of the last wish</source>
        <translation>Esito dell'ultima azione</translation>
    </message>
    <message>
        <source>&amp;Level:</source>
        <translation>&amp;Livello:</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Livello</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tutto</translation>
    </message>
    <message>
        <source>Without details</source>
        <translation>Senza dettagli</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Avvisi ed errori</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errori</translation>
    </message>
    <message>
        <source>&amp;Job:</source>
        <translation>La&amp;voro:</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Lavoro</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tutti</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Segui</translation>
    </message>
    <message>
        <source>Keep the newest line in sight</source>
        <translation>Tieni in vista la riga più recente</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copia</translation>
    </message>
    <message>
        <source>What is selected, or everything that is shown</source>
        <translation>La selezione oppure tutto ciò che è visualizzato</translation>
    </message>
    <message>
        <source>Save a re&amp;port...</source>
        <translation>Salva un ra&amp;pporto...</translation>
    </message>
    <message numerus="yes">
        <source>(%n line(s) are missing here)</source>
        <translation>
            <numerusform>(qui manca %n riga)</numerusform>
            <numerusform>(qui mancano %n righe)</numerusform>
        </translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation>Salva un rapporto</translation>
    </message>
    <message>
        <source>The report is being made...</source>
        <translation>Creazione del rapporto in corso...</translation>
    </message>
    <message>
        <source>The report is in %1</source>
        <translation>Il rapporto si trova in %1</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2</source>
        <translation>Impossibile scrivere il file %1: %2</translation>
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
        <translation>&amp;Chiudi la finestra</translation>
    </message>
    <message>
        <source>&amp;Quit Framehand</source>
        <translation>&amp;Esci da Framehand</translation>
    </message>
    <message>
        <source>&amp;Settings...</source>
        <translation>&amp;Impostazioni...</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pagine</translation>
    </message>
    <message>
        <source>&amp;Now</source>
        <translation>A&amp;desso</translation>
    </message>
    <message>
        <source>Histor&amp;y</source>
        <translation>Cro&amp;nologia</translation>
    </message>
    <message>
        <source>Lo&amp;g</source>
        <translation>Re&amp;gistro</translation>
    </message>
    <message>
        <source>&amp;This PC</source>
        <translation>&amp;Questo PC</translation>
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
        <translation>Che cosa può fare questo PC?</translation>
    </message>
    <message>
        <source>Each encoder of this PC, also of its graphics card, really encodes some pictures. You need not wait for it.</source>
        <translation>Ogni codificatore di questo PC, anche della scheda grafica, codifica per prova alcune immagini. Non è necessario attendere la fine.</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>Avanzamento della misurazione</translation>
    </message>
    <message>
        <source>What is measured now</source>
        <translation>Misurazione in corso</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>Risultati della misurazione</translation>
    </message>
    <message>
        <source>Measuring...</source>
        <translation>Misurazione in corso...</translation>
    </message>
    <message>
        <source>Measuring %1...</source>
        <translation>Misurazione di %1...</translation>
    </message>
    <message>
        <source>It could not be measured: %1</source>
        <translation>Misurazione non riuscita: %1</translation>
    </message>
    <message>
        <source>Measured.</source>
        <translation>Misurazione completata.</translation>
    </message>
    <message>
        <source>%1: %2 pictures a second at 1280 x 720</source>
        <translation>%1: %2 fotogrammi al secondo a 1280 x 720</translation>
    </message>
    <message>
        <source>%1: works</source>
        <translation>%1: funziona</translation>
    </message>
    <message>
        <source>No video encoder works on this PC.</source>
        <translation>Su questo PC non funziona nessun codificatore video.</translation>
    </message>
</context>
<context>
    <name>NasPage</name>
    <message>
        <source>&amp;Use this folder all the same</source>
        <translation>&amp;Usa comunque questa cartella</translation>
    </message>
    <message>
        <source>Where are the videos?</source>
        <translation>Dove si trovano i video?</translation>
    </message>
    <message>
        <source>All videos are read below one folder, and the finished packages are written below it: usually a share of a NAS that is mounted on this PC.</source>
        <translation>Tutti i video vengono letti da una cartella e dalle sue sottocartelle, dove vengono scritti anche i pacchetti finiti: di solito è una condivisione di un NAS montata su questo PC.</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Cartella:</translation>
    </message>
    <message>
        <source>&amp;Choose...</source>
        <translation>Sce&amp;gli...</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Scegli la cartella</translation>
    </message>
    <message>
        <source>&amp;Test reading, writing and renaming</source>
        <translation>Prova &amp;lettura, scrittura e rinomina</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Framehand needs you</source>
        <translation>Framehand richiede attenzione</translation>
    </message>
    <message>
        <source>A video</source>
        <translation>Un video</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1: transcodifica non riuscita</translation>
    </message>
    <message>
        <source>%1 is finished</source>
        <translation>%1: transcodifica completata</translation>
    </message>
    <message>
        <source>It is in its place and can be played.</source>
        <translation>Il video è al suo posto e può essere riprodotto.</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>Notify me when a job is &amp;finished</source>
        <translation>Invia una notifica quando un lavoro è &amp;terminato</translation>
    </message>
    <message>
        <source>Notify me when a job has fai&amp;led, with its cause</source>
        <translation>Invia una notifica quando un lavoro non è ri&amp;uscito, con la causa</translation>
    </message>
    <message>
        <source>Notify me when somebody is &amp;needed, as when the folder with the videos is away</source>
        <translation>Invia una notifica quando serve un i&amp;ntervento, ad esempio perché manca la cartella dei video</translation>
    </message>
    <message>
        <source>Show a &amp;test notification</source>
        <translation>&amp;Mostra una notifica di prova</translation>
    </message>
    <message>
        <source>This is a test</source>
        <translation>Questa è una prova</translation>
    </message>
    <message>
        <source>Notifications of Framehand arrive.</source>
        <translation>Le notifiche di Framehand arrivano.</translation>
    </message>
    <message>
        <source>Nothing appears? Then the desktop shows no notifications now: it may be in a mode in which it does not disturb.</source>
        <translation>Non appare nulla? Allora il desktop al momento non mostra notifiche: forse è attiva la modalità «Non disturbare».</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifiche</translation>
    </message>
</context>
<context>
    <name>NowPage</name>
    <message>
        <source>What was refused</source>
        <translation>Che cosa è stato rifiutato</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Ultimo errore</translation>
    </message>
    <message>
        <source>Jobs since the start</source>
        <translation>Lavori dall'avvio</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>What happens now</source>
        <translation>Che cosa succede ora</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Che cosa succede dopo</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>File of the video</source>
        <translation>File del video</translation>
    </message>
    <message>
        <source>What is made of it</source>
        <translation>Che cosa se ne ricava</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avanzamento</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Tempo rimanente</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>Fotogrammi al secondo</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocità</translation>
    </message>
    <message>
        <source>Frames a second over time</source>
        <translation>Fotogrammi al secondo nel tempo</translation>
    </message>
    <message>
        <source>Speed over time</source>
        <translation>Velocità nel tempo</translation>
    </message>
    <message>
        <source>What the job takes of this PC</source>
        <translation>Risorse di questo PC usate dal lavoro</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>Metti in &amp;pausa</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Riprendi</translation>
    </message>
    <message>
        <source>&amp;Finish this job, then pause</source>
        <translation>&amp;Finisci questo lavoro, poi metti in pausa</translation>
    </message>
    <message>
        <source>&amp;Ignore "in use" for 1 hour</source>
        <translation>&amp;Ignora «in uso» per 1 ora</translation>
    </message>
    <message>
        <source>&amp;Heed "in use" again</source>
        <translation>&amp;Considera di nuovo «in uso»</translation>
    </message>
    <message>
        <source>&amp;Start Framehand</source>
        <translation>A&amp;vvia Framehand</translation>
    </message>
    <message>
        <source>Jobs since the start: finished %1, failed %2</source>
        <translation>Lavori dall'avvio: terminati %1, non riusciti %2</translation>
    </message>
    <message>
        <source>Last error: %1</source>
        <translation>Ultimo errore: %1</translation>
    </message>
</context>
<context>
    <name>OrchestratorPage</name>
    <message>
        <source>&amp;This PC alone: it hands out its jobs itself</source>
        <translation>Solo &amp;questo PC: distribuisce da sé i propri lavori</translation>
    </message>
    <message>
        <source>An &amp;orchestrator in the network</source>
        <translation>Un &amp;orchestratore in rete</translation>
    </message>
    <message>
        <source>Where do the jobs come from?</source>
        <translation>Da dove arrivano i lavori?</translation>
    </message>
    <message>
        <source>An orchestrator hands out jobs to many PCs. If you have none, this PC does it for itself.</source>
        <translation>Un orchestratore distribuisce i lavori a molti PC. Se non ce n'è uno, questo PC lo fa per sé stesso.</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>Indi&amp;rizzo:</translation>
    </message>
    <message>
        <source>T&amp;est the connection</source>
        <translation>Prova la &amp;connessione</translation>
    </message>
</context>
<context>
    <name>PauseMenu</name>
    <message>
        <source>For &amp;15 minutes</source>
        <translation>Per &amp;15 minuti</translation>
    </message>
    <message>
        <source>For 1 &amp;hour</source>
        <translation>Per 1 &amp;ora</translation>
    </message>
    <message>
        <source>Until &amp;tomorrow, %1</source>
        <translation>Fino a &amp;domani alle %1</translation>
    </message>
    <message>
        <source>Until I &amp;resume</source>
        <translation>Fino alla &amp;ripresa manuale</translation>
    </message>
</context>
<context>
    <name>PerformancePage</name>
    <message>
        <source>Processor &amp;cores for transcoding:</source>
        <translation>&amp;Core del processore per la transcodifica:</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tutti</translation>
    </message>
    <message>
        <source>Most &amp;memory of a job:</source>
        <translation>&amp;Memoria massima per lavoro:</translation>
    </message>
    <message>
        <source>&amp;Priority:</source>
        <translation>&amp;Priorità:</translation>
    </message>
    <message>
        <source>Only what nobody else wants</source>
        <translation>Solo le risorse che nessun altro usa</translation>
    </message>
    <message>
        <source>As any program: for a PC that does nothing else</source>
        <translation>Come ogni programma: per un PC che non fa altro</translation>
    </message>
    <message>
        <source>Keep this PC a&amp;wake while a job runs</source>
        <translation>&amp;Tieni attivo questo PC durante un lavoro</translation>
    </message>
    <message>
        <source>&amp;Encoders:</source>
        <translation>Codificato&amp;ri:</translation>
    </message>
    <message>
        <source>As measured, a graphics card included</source>
        <translation>Come da misurazione, scheda grafica inclusa</translation>
    </message>
    <message>
        <source>The processor alone, never a graphics card</source>
        <translation>Solo il processore, mai una scheda grafica</translation>
    </message>
    <message>
        <source>Encoders are chosen by measuring: what this PC encodes fastest at the same quality is used.</source>
        <translation>I codificatori vengono scelti tramite misurazione: a parità di qualità si usa quello con cui questo PC codifica più velocemente.</translation>
    </message>
    <message>
        <source>%1 of %2 cores of this PC: %3 % of its processor.</source>
        <translation>%1 core su %2 di questo PC: %3 % del processore.</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Prestazioni</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>Newest picture of the video</source>
        <translation>Immagine più recente del video</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>Ancora nessuna immagine</translation>
    </message>
</context>
<context>
    <name>ProgramPicker</name>
    <message>
        <source>Programs that pause work</source>
        <translation>Programmi che mettono in pausa il lavoro</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>&amp;Cerca:</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programmi</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Making the changes</source>
        <translation>Applicazione delle modifiche</translation>
    </message>
    <message>
        <source>One after the other, as they were listed.</source>
        <translation>Una dopo l'altra, nell'ordine dell'elenco.</translation>
    </message>
    <message>
        <source>Please wait...</source>
        <translation>Attendere...</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fatto</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Non riuscito</translation>
    </message>
    <message>
        <source>Framehand is ready. All of it can be changed in the settings.</source>
        <translation>Framehand è pronto. Tutto si può modificare nelle impostazioni.</translation>
    </message>
    <message>
        <source>The steps after that were not done. The first setup can be opened again from the settings, on the page Startup.</source>
        <translation>I passaggi successivi non sono stati eseguiti. La configurazione iniziale si può riaprire dalle impostazioni, nella pagina «Avvio».</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show</source>
        <translation>Mostra</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Rimuovi</translation>
    </message>
    <message>
        <source>Use the one in the keychain</source>
        <translation>Usa quanto è nel portachiavi</translation>
    </message>
    <message>
        <source>Show what is typed: %1</source>
        <translation>Mostra quanto digitato: %1</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>Rimuovi: %1</translation>
    </message>
    <message>
        <source>Use the one in the keychain: %1</source>
        <translation>Usa quanto è nel portachiavi: %1</translation>
    </message>
    <message>
        <source>The keychain cannot be read: %1</source>
        <translation>Impossibile leggere il portachiavi: %1</translation>
    </message>
    <message>
        <source>Not set.</source>
        <translation>Non impostato.</translation>
    </message>
    <message>
        <source>Not set, but your keychain has one for this address.</source>
        <translation>Non impostato, ma nel portachiavi c'è una voce per questo indirizzo.</translation>
    </message>
    <message>
        <source>Apply removes it from the keychain and from the file.</source>
        <translation>«Applica» lo rimuove dal portachiavi e dal file.</translation>
    </message>
    <message>
        <source>Set. What is typed here takes its place.</source>
        <translation>Impostato. Quanto digitato qui ne prende il posto.</translation>
    </message>
    <message>
        <source>It is a credential that the service manager hands over. It can be changed only there.</source>
        <translation>È una credenziale fornita dal gestore dei servizi. Può essere cambiata solo lì.</translation>
    </message>
    <message>
        <source>The environment of the daemon has it. It can be changed only there.</source>
        <translation>Si trova in una variabile d'ambiente del demone. Può essere cambiato solo lì.</translation>
    </message>
    <message>
        <source>This version of the daemon keeps no such secret.</source>
        <translation>Questa versione del demone non conserva segreti di questo tipo.</translation>
    </message>
    <message>
        <source>No keychain could take it, so it is kept in the file alone: %1</source>
        <translation>Nessun portachiavi ha potuto conservarlo, quindi è solo nel file: %1</translation>
    </message>
    <message>
        <source>It could not be removed from the keychain: %1</source>
        <translation>Impossibile rimuoverlo dal portachiavi: %1</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Framehand is not set up yet: it does not know where the videos are</source>
        <translation>Framehand non è ancora configurato: non sa dove si trovano i video</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>ancora %1</translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation>%1 fps</translation>
    </message>
    <message>
        <source>%1 times as fast as it plays</source>
        <translation>%1 volte la velocità di riproduzione</translation>
    </message>
    <message>
        <source>Preparing %1</source>
        <translation>Preparazione di %1</translation>
    </message>
    <message>
        <source>Preparing a video</source>
        <translation>Preparazione di un video</translation>
    </message>
    <message>
        <source>Copying %1 to its place</source>
        <translation>Copia di %1 nella destinazione</translation>
    </message>
    <message>
        <source>Copying a video to its place</source>
        <translation>Copia di un video nella destinazione</translation>
    </message>
    <message>
        <source>Reporting the end of %1</source>
        <translation>Segnalazione della fine di %1</translation>
    </message>
    <message>
        <source>Reporting the end of a job</source>
        <translation>Segnalazione della fine di un lavoro</translation>
    </message>
    <message>
        <source>Transcoding %1</source>
        <translation>Transcodifica di %1</translation>
    </message>
    <message>
        <source>Transcoding a video</source>
        <translation>Transcodifica di un video</translation>
    </message>
    <message>
        <source>you are using this PC</source>
        <translation>questo PC è in uso</translation>
    </message>
    <message>
        <source>nobody can tell whether this PC is in use</source>
        <translation>impossibile stabilire se questo PC è in uso</translation>
    </message>
    <message>
        <source>a program fills the screen</source>
        <translation>un programma è a schermo intero</translation>
    </message>
    <message>
        <source>a game runs</source>
        <translation>un gioco è in esecuzione</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 è in esecuzione</translation>
    </message>
    <message>
        <source>other programs need the processor</source>
        <translation>altri programmi hanno bisogno del processore</translation>
    </message>
    <message>
        <source>on battery</source>
        <translation>alimentazione a batteria</translation>
    </message>
    <message>
        <source>the power saver is on</source>
        <translation>il risparmio energetico è attivo</translation>
    </message>
    <message>
        <source>outside the hours for work</source>
        <translation>fuori dagli orari di lavoro</translation>
    </message>
    <message>
        <source>the network is metered</source>
        <translation>la rete è a consumo</translation>
    </message>
    <message>
        <source>this PC is too hot</source>
        <translation>questo PC è troppo caldo</translation>
    </message>
    <message>
        <source>this PC is too hot (%1)</source>
        <translation>questo PC è troppo caldo (%1)</translation>
    </message>
    <message>
        <source>the disk for unfinished work is nearly full</source>
        <translation>il disco per il lavoro non finito è quasi pieno</translation>
    </message>
    <message>
        <source>for a reason that this version does not know</source>
        <translation>per un motivo sconosciuto a questa versione</translation>
    </message>
    <message>
        <source>Goes on after %1 without input</source>
        <translation>Riprende dopo %1 senza input</translation>
    </message>
    <message>
        <source>Goes on once it can be told whether this PC is in use</source>
        <translation>Riprende non appena si potrà stabilire se questo PC è in uso</translation>
    </message>
    <message>
        <source>Goes on after the full screen is left</source>
        <translation>Riprende all'uscita dallo schermo intero</translation>
    </message>
    <message>
        <source>Goes on %1 after the full screen is left</source>
        <translation>Riprende %1 dopo l'uscita dallo schermo intero</translation>
    </message>
    <message>
        <source>Goes on after the game ends</source>
        <translation>Riprende alla chiusura del gioco</translation>
    </message>
    <message>
        <source>Goes on %1 after the game ends</source>
        <translation>Riprende %1 dopo la chiusura del gioco</translation>
    </message>
    <message>
        <source>Goes on after the program ends</source>
        <translation>Riprende alla chiusura del programma</translation>
    </message>
    <message>
        <source>Goes on %1 after the program ends</source>
        <translation>Riprende %1 dopo la chiusura del programma</translation>
    </message>
    <message>
        <source>Goes on when the other programs are done</source>
        <translation>Riprende quando gli altri programmi avranno finito</translation>
    </message>
    <message>
        <source>Goes on %1 after the other programs are done</source>
        <translation>Riprende %1 dopo che gli altri programmi avranno finito</translation>
    </message>
    <message>
        <source>Goes on when this PC is plugged in</source>
        <translation>Riprende quando questo PC sarà collegato all'alimentazione</translation>
    </message>
    <message>
        <source>Goes on %1 after this PC is plugged in</source>
        <translation>Riprende %1 dopo il collegamento di questo PC all'alimentazione</translation>
    </message>
    <message>
        <source>Goes on when the power saver is switched off</source>
        <translation>Riprende alla disattivazione del risparmio energetico</translation>
    </message>
    <message>
        <source>Goes on %1 after the power saver is switched off</source>
        <translation>Riprende %1 dopo la disattivazione del risparmio energetico</translation>
    </message>
    <message>
        <source>Goes on once hours for work are set</source>
        <translation>Riprende una volta impostati gli orari di lavoro</translation>
    </message>
    <message>
        <source>Goes on with another network</source>
        <translation>Riprende con un'altra rete</translation>
    </message>
    <message>
        <source>Goes on %1 after another network is used</source>
        <translation>Riprende %1 dopo il cambio di rete</translation>
    </message>
    <message>
        <source>Goes on when this PC has cooled down</source>
        <translation>Riprende quando questo PC si sarà raffreddato</translation>
    </message>
    <message>
        <source>Goes on %1 after this PC has cooled down</source>
        <translation>Riprende %1 dopo il raffreddamento di questo PC</translation>
    </message>
    <message>
        <source>Goes on when there is space on the disk</source>
        <translation>Riprende quando ci sarà spazio sul disco</translation>
    </message>
    <message>
        <source>Goes on %1 after there is space on the disk</source>
        <translation>Riprende %1 dopo che si sarà liberato spazio sul disco</translation>
    </message>
    <message>
        <source>Goes on: %1</source>
        <extracomment>%1 is the daemon's own English, for a reason that is newer than this program</extracomment>
        <translation>Riprende: %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>In attesa</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>In attesa: %1</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between causes</comment>
        <translation>; </translation>
    </message>
    <message>
        <source>Waiting: the orchestrator at %1 does not answer</source>
        <translation>In attesa: l'orchestratore all'indirizzo %1 non risponde</translation>
    </message>
    <message>
        <source>Paused by you</source>
        <translation>In pausa manuale</translation>
    </message>
    <message>
        <source>Framehand cannot run</source>
        <translation>Framehand non può essere eseguito</translation>
    </message>
    <message>
        <source>Cannot work</source>
        <translation>Impossibile lavorare</translation>
    </message>
    <message>
        <source>Framehand is starting</source>
        <translation>Framehand è in fase di avvio</translation>
    </message>
    <message>
        <source>Framehand does not run</source>
        <translation>Framehand non è in esecuzione</translation>
    </message>
    <message>
        <source>This PC hands out jobs and takes none itself</source>
        <translation>Questo PC distribuisce lavori e non ne svolge</translation>
    </message>
    <message>
        <source>Finding out what this PC can do</source>
        <translation>Verifica delle capacità di questo PC</translation>
    </message>
    <message>
        <source>Ready, there is no job</source>
        <translation>Pronto, nessun lavoro</translation>
    </message>
    <message>
        <source>Then paused until %1</source>
        <comment>a time of day</comment>
        <translation>Poi in pausa fino alle %1</translation>
    </message>
    <message>
        <source>Then paused until tomorrow, %1</source>
        <translation>Poi in pausa fino a domani alle %1</translation>
    </message>
    <message>
        <source>Then paused until %1</source>
        <comment>a date with a time</comment>
        <translation>Poi in pausa fino al %1</translation>
    </message>
    <message>
        <source>Then paused until you resume</source>
        <translation>Poi in pausa fino alla ripresa manuale</translation>
    </message>
    <message>
        <source>Then it pauses</source>
        <translation>Poi va in pausa</translation>
    </message>
    <message>
        <source>Until %1</source>
        <comment>a time of day</comment>
        <translation>Fino alle %1</translation>
    </message>
    <message>
        <source>Until tomorrow, %1</source>
        <translation>Fino a domani alle %1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <comment>a date with a time</comment>
        <translation>Fino al %1</translation>
    </message>
    <message>
        <source>Until you resume</source>
        <translation>Fino alla ripresa manuale</translation>
    </message>
    <message>
        <source>Paused by you until %1</source>
        <comment>a time of day</comment>
        <translation>In pausa manuale fino alle %1</translation>
    </message>
    <message>
        <source>Paused by you until tomorrow, %1</source>
        <translation>In pausa manuale fino a domani alle %1</translation>
    </message>
    <message>
        <source>Paused by you until %1</source>
        <comment>a date with a time</comment>
        <translation>In pausa manuale fino al %1</translation>
    </message>
    <message>
        <source>Paused by you until you resume</source>
        <translation>In pausa manuale fino alla ripresa</translation>
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
        <translation>Usa %1 di un core del processore e %2 di memoria</translation>
    </message>
    <message>
        <source>Takes %1 of a processor core and %2 of memory; the GPU is %3 busy</source>
        <translation>Usa %1 di un core del processore e %2 di memoria; utilizzo della GPU: %3</translation>
    </message>
</context>
<context>
    <name>ServicePanel</name>
    <message>
        <source>A background service works without the app: it starts at login, without icon and window, is started again after a crash, and goes on when the app is closed. The app then only shows what it does.</source>
        <translation>Un servizio in background lavora senza l'app: si avvia all'accesso, senza icona né finestra, viene riavviato dopo un arresto anomalo e continua quando l'app viene chiusa. L'app si limita allora a mostrare che cosa fa.</translation>
    </message>
    <message>
        <source>How the service stands</source>
        <translation>Stato del servizio</translation>
    </message>
    <message>
        <source>&amp;Install the service</source>
        <translation>I&amp;nstalla il servizio</translation>
    </message>
    <message>
        <source>&amp;Remove the service</source>
        <translation>&amp;Rimuovi il servizio</translation>
    </message>
    <message>
        <source>Start it no&amp;w</source>
        <translation>A&amp;vvia ora</translation>
    </message>
    <message>
        <source>S&amp;top it now</source>
        <translation>&amp;Ferma ora</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Esito</translation>
    </message>
    <message>
        <source>Please wait...</source>
        <translation>Attendere...</translation>
    </message>
    <message>
        <source>Asking the service manager...</source>
        <translation>Interrogazione del gestore dei servizi...</translation>
    </message>
    <message>
        <source>A service cannot be used here: %1</source>
        <translation>Qui non è possibile usare un servizio: %1</translation>
    </message>
    <message>
        <source>The service is installed and does not run now.</source>
        <translation>Il servizio è installato ma non è in esecuzione.</translation>
    </message>
    <message>
        <source>The service is not installed.</source>
        <translation>Il servizio non è installato.</translation>
    </message>
    <message>
        <source>The service is starting.</source>
        <translation>Il servizio è in fase di avvio.</translation>
    </message>
    <message>
        <source>The service runs.</source>
        <translation>Il servizio è in esecuzione.</translation>
    </message>
    <message>
        <source>The service runs: %1</source>
        <translation>Il servizio è in esecuzione: %1</translation>
    </message>
    <message>
        <source>The service is stopping.</source>
        <translation>Il servizio è in fase di arresto.</translation>
    </message>
    <message>
        <source>The service has failed: %1</source>
        <translation>Il servizio ha avuto un errore: %1</translation>
    </message>
    <message>
        <source>It is installed already.</source>
        <translation>Il servizio è già installato.</translation>
    </message>
    <message>
        <source>It is not installed.</source>
        <translation>Il servizio non è installato.</translation>
    </message>
    <message>
        <source>It runs already.</source>
        <translation>Il servizio è già in esecuzione.</translation>
    </message>
    <message>
        <source>It must be installed first.</source>
        <translation>Il servizio deve prima essere installato.</translation>
    </message>
    <message>
        <source>It does not run.</source>
        <translation>Il servizio non è in esecuzione.</translation>
    </message>
    <message>
        <source>A background service works without the app: it starts with the machine, before anybody logs in, without icon and window, is started again after every failure, and goes on when you log out. The app then only shows what it does. To install and to remove it takes an administrator.</source>
        <translation>Un servizio in background lavora senza l'app: si avvia con il computer, prima che qualcuno acceda, senza icona né finestra, viene riavviato dopo ogni errore e continua quando ti disconnetti. L'app mostra allora soltanto che cosa fa. Per installarlo e rimuoverlo serve un amministratore.</translation>
    </message>
    <message>
        <source>It suits a PC on which seldom anybody is logged in. On any other one let the app start at login instead: many graphics cards encode only in the session of somebody who has logged in, and a service sees neither keyboard and mouse nor what fills the screen unless the app runs beside it and tells it.</source>
        <translation>È adatto a un PC su cui raramente qualcuno ha eseguito l'accesso. Su ogni altro PC fai avviare invece l'app all'accesso: molte schede grafiche codificano solo nella sessione di una persona che ha eseguito l'accesso, e un servizio non vede né tastiera e mouse né che cosa occupa lo schermo, a meno che l'app sia in esecuzione accanto e glielo dica.</translation>
    </message>
    <message>
        <source>Give it shares by their names in the network, such as \\nas\videos: a service has no drive letters. If a share asks for a password, open Services in Windows, and under Framehand, Properties, Log On, name an account that may use the share.</source>
        <translation>Indicagli le condivisioni con il loro nome in rete, come \\nas\videos: un servizio non ha lettere di unità. Se una condivisione chiede una password, apri Servizi in Windows e, in Framehand, Proprietà, Connessione, indica un account che può usare la condivisione.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Restart now</source>
        <translation>Riavvia ora</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Settings of Framehand</source>
        <translation>Impostazioni di Framehand</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Pagine delle impostazioni</translation>
    </message>
    <message>
        <source>What became of the settings</source>
        <translation>Esito delle modifiche</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>Appl&amp;ica</translation>
    </message>
    <message>
        <source>The settings of the daemon cannot be read: %1</source>
        <translation>Impossibile leggere le impostazioni del demone: %1</translation>
    </message>
    <message>
        <source>There is a mistake in the settings, so that they cannot be applied.</source>
        <translation>Le impostazioni contengono un errore e non possono quindi essere applicate.</translation>
    </message>
    <message>
        <source>In force now: %1</source>
        <translation>In vigore da subito: %1</translation>
    </message>
    <message>
        <source>In force with the next job: %1</source>
        <translation>In vigore dal prossimo lavoro: %1</translation>
    </message>
    <message>
        <source>In force after a restart of the daemon: %1</source>
        <translation>In vigore dopo un riavvio del demone: %1</translation>
    </message>
    <message>
        <source>Written, but decided by %1: %2</source>
        <translation>Salvata, ma stabilita da %1: %2</translation>
    </message>
    <message>
        <source>The daemon is restarted...</source>
        <translation>Riavvio del demone in corso...</translation>
    </message>
    <message>
        <source>The daemon was restarted with the settings as they are now.</source>
        <translation>Il demone è stato riavviato con le impostazioni attuali.</translation>
    </message>
</context>
<context>
    <name>SettingsTable</name>
    <message>
        <source>at once</source>
        <translation>subito</translation>
    </message>
    <message>
        <source>with the next job</source>
        <translation>dal prossimo lavoro</translation>
    </message>
    <message>
        <source>after a restart</source>
        <translation>dopo un riavvio</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Impostazione</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valore</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Predefinito</translation>
    </message>
    <message>
        <source>Takes effect</source>
        <translation>Ha effetto</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Descrizione</translation>
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
        <translation>Sposta &amp;su</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Sposta &amp;giù</translation>
    </message>
    <message>
        <source>Take &amp;jobs from:</source>
        <translation>Accetta i &amp;lavori da:</translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>It is not checked in the list above, so that no jobs are taken from it.</source>
        <translation>Non è selezionata nell'elenco qui sopra, quindi non ne vengono accettati lavori.</translation>
    </message>
    <message>
        <source>This version of the daemon cannot test it.</source>
        <translation>Questa versione del demone non può eseguire la prova.</translation>
    </message>
    <message>
        <source>Its other settings are on the page Advanced, where their names begin with "%1".</source>
        <translation>Le altre impostazioni sono nella pagina «Avanzate», dove i loro nomi iniziano con «%1».</translation>
    </message>
</context>
<context>
    <name>SourcePanels</name>
    <message>
        <source>A pipeline of queues in Redis: one message for each video, which is transcoded, checked, and put in the place of the original.</source>
        <translation>Una pipeline di code in Redis: un messaggio per ogni video, che viene transcodificato, controllato e messo al posto dell'originale.</translation>
    </message>
    <message>
        <source>Add&amp;ress of the Redis server:</source>
        <translation>I&amp;ndirizzo del server Redis:</translation>
    </message>
    <message>
        <source>&amp;Password of the Redis server:</source>
        <translation>&amp;Password del server Redis:</translation>
    </message>
    <message>
        <source>Its &amp;queues are:</source>
        <translation>Tipo delle sue co&amp;de:</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>What this PC does &amp;in the pipeline:</source>
        <translation>Che cosa fa &amp;questo PC nella pipeline:</translation>
    </message>
    <message>
        <source>Names of its keys &amp;begin with:</source>
        <translation>I nomi delle sue chiavi ini&amp;ziano con:</translation>
    </message>
    <message>
        <source>Other names of the &amp;folder with the videos:</source>
        <translation>Altri no&amp;mi della cartella con i video:</translation>
    </message>
    <message>
        <source>Keep the origina&amp;l as .bak when a better file takes its place</source>
        <translation>Conserva l'originale come .&amp;bak quando un file migliore ne prende il posto</translation>
    </message>
    <message>
        <source>&amp;Test Redis</source>
        <translation>&amp;Testa Redis</translation>
    </message>
    <message>
        <source>This PC takes its turns beside Celery's own workers, for one task. Videos are in the object storage.</source>
        <translation>Questo PC fa i suoi turni accanto ai worker di Celery, per un solo task. I video sono nell'archiviazione a oggetti.</translation>
    </message>
    <message>
        <source>Add&amp;ress of Celery's Redis server:</source>
        <translation>I&amp;ndirizzo del server Redis di Celery:</translation>
    </message>
    <message>
        <source>&amp;Password of Celery's Redis server:</source>
        <translation>&amp;Password del server Redis di Celery:</translation>
    </message>
    <message>
        <source>Celery's &amp;queue:</source>
        <translation>Co&amp;da di Celery:</translation>
    </message>
    <message>
        <source>&amp;Name of the task that transcodes:</source>
        <translation>Nome del task che t&amp;ranscodifica:</translation>
    </message>
    <message>
        <source>Celery's &amp;bucket of inputs and outputs:</source>
        <translation>&amp;Bucket di Celery per ingressi e uscite:</translation>
    </message>
    <message>
        <source>&amp;Test Celery</source>
        <translation>&amp;Testa Celery</translation>
    </message>
    <message>
        <source>The queues of a video service in Node.js, one for each resolution. Videos are in the object storage.</source>
        <translation>Le code di un servizio video in Node.js, una per ogni risoluzione. I video sono nell'archiviazione a oggetti.</translation>
    </message>
    <message>
        <source>Add&amp;ress of the queues' Redis server:</source>
        <translation>I&amp;ndirizzo del server Redis delle code:</translation>
    </message>
    <message>
        <source>&amp;Password of the queues' Redis server:</source>
        <translation>&amp;Password del server Redis delle code:</translation>
    </message>
    <message>
        <source>&amp;Queues, the preferred first:</source>
        <translation>Co&amp;de, la preferita per prima:</translation>
    </message>
    <message>
        <source>The &amp;library that keeps them:</source>
        <translation>Libreria &amp;che le gestisce:</translation>
    </message>
    <message>
        <source>Whichever it is</source>
        <translation>Quale che sia</translation>
    </message>
    <message>
        <source>Bucket of the queues' &amp;inputs:</source>
        <translation>Buc&amp;ket degli ingressi delle code:</translation>
    </message>
    <message>
        <source>&amp;Bucket of the queues' outputs:</source>
        <translation>&amp;Bucket delle uscite delle code:</translation>
    </message>
    <message>
        <source>Address of the ser&amp;vice's database:</source>
        <translation>Indirizzo del database del servi&amp;zio:</translation>
    </message>
    <message>
        <source>Password of t&amp;he service's database:</source>
        <translation>Passwo&amp;rd del database del servizio:</translation>
    </message>
    <message>
        <source>&amp;Test the queues</source>
        <translation>&amp;Testa le code</translation>
    </message>
    <message>
        <source>Each message is a GStreamer pipeline from one object of the object storage to another.</source>
        <translation>Ogni messaggio è una pipeline GStreamer da un oggetto dell'archiviazione a oggetti a un altro.</translation>
    </message>
    <message>
        <source>Add&amp;ress of the RabbitMQ server:</source>
        <translation>I&amp;ndirizzo del server RabbitMQ:</translation>
    </message>
    <message>
        <source>&amp;Password of the RabbitMQ server:</source>
        <translation>&amp;Password del server RabbitMQ:</translation>
    </message>
    <message>
        <source>RabbitMQ's &amp;bucket of inputs and outputs:</source>
        <translation>&amp;Bucket di RabbitMQ per ingressi e uscite:</translation>
    </message>
    <message>
        <source>&amp;Test RabbitMQ</source>
        <translation>&amp;Testa RabbitMQ</translation>
    </message>
    <message>
        <source>Object storage</source>
        <translation>Archiviazione a oggetti</translation>
    </message>
    <message>
        <source>Amazon S3, MinIO, Ceph or another one that speaks their language.</source>
        <translation>Amazon S3, MinIO, Ceph o un'altra che parla la loro lingua.</translation>
    </message>
    <message>
        <source>Addr&amp;ess of the object storage:</source>
        <translation>Indirizzo d&amp;ell'archiviazione a oggetti:</translation>
    </message>
    <message>
        <source>Access &amp;key of the object storage:</source>
        <translation>Chiave di &amp;accesso dell'archiviazione a oggetti:</translation>
    </message>
    <message>
        <source>Secret ke&amp;y of the object storage:</source>
        <translation>Chia&amp;ve segreta dell'archiviazione a oggetti:</translation>
    </message>
    <message>
        <source>Re&amp;gion of the object storage:</source>
        <translation>Regi&amp;one dell'archiviazione a oggetti:</translation>
    </message>
    <message>
        <source>Ho&amp;w its URLs name a bucket:</source>
        <translation>Come i suoi URL indicano &amp;un bucket:</translation>
    </message>
    <message>
        <source>In the path: http://server/bucket</source>
        <translation>Nel percorso: http://server/bucket</translation>
    </message>
    <message>
        <source>Before the server: http://bucket.server</source>
        <translation>Prima del server: http://bucket.server</translation>
    </message>
    <message>
        <source>Test the &amp;object storage</source>
        <translation>Testa l'arc&amp;hiviazione a oggetti</translation>
    </message>
</context>
<context>
    <name>SourceTitles</name>
    <message>
        <source>Orchestrator</source>
        <translation>Orchestratore</translation>
    </message>
    <message>
        <source>Redis lists or streams</source>
        <translation>Liste o stream di Redis</translation>
    </message>
    <message>
        <source>Celery on Redis</source>
        <translation>Celery su Redis</translation>
    </message>
    <message>
        <source>BullMQ or Bull</source>
        <translation>BullMQ o Bull</translation>
    </message>
</context>
<context>
    <name>StartupPage</name>
    <message>
        <source>&amp;Start Framehand in the tray when I log in</source>
        <translation>Avvia Framehand nell'area di notifica all'&amp;accesso</translation>
    </message>
    <message>
        <source>The app</source>
        <translation>L'app</translation>
    </message>
    <message>
        <source>The icon appears in the tray, and the app starts the daemon, which does the work, unless one runs already. Both end when you log out. This is written in %1</source>
        <translation>L'icona appare nell'area di notifica e l'app avvia il demone, che svolge il lavoro, se non ce n'è già uno in esecuzione. Entrambi terminano alla disconnessione. La voce relativa si trova in %1</translation>
    </message>
    <message>
        <source>The daemon as a background service</source>
        <translation>Il demone come servizio in background</translation>
    </message>
    <message>
        <source>Open the first set&amp;up again...</source>
        <translation>Riapri la &amp;configurazione iniziale...</translation>
    </message>
    <message>
        <source>Startup</source>
        <translation>Avvio</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>All videos are read below one folder, usually a share of a NAS that is mounted on this PC, and the finished packages are written below it.</source>
        <translation>Tutti i video vengono letti da una cartella e dalle sue sottocartelle, di solito una condivisione di un NAS montata su questo PC; lì vengono scritti anche i pacchetti finiti.</translation>
    </message>
    <message>
        <source>&amp;Folder with the videos:</source>
        <translation>&amp;Cartella dei video:</translation>
    </message>
    <message>
        <source>&amp;Test reading, writing and renaming</source>
        <translation>&amp;Prova lettura, scrittura e rinomina</translation>
    </message>
    <message>
        <source>&amp;Staging folder on a local disk:</source>
        <translation>Cartella di &amp;lavoro su un disco locale:</translation>
    </message>
    <message>
        <source>&amp;Keep free on both:</source>
        <translation>&amp;Spazio da tenere libero su entrambe:</translation>
    </message>
    <message>
        <source>&amp;Pause when less is free in the staging folder:</source>
        <translation>&amp;Metti in pausa se lo spazio libero nella cartella di lavoro è inferiore a:</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Archiviazione</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>This will be changed</source>
        <translation>Modifiche previste</translation>
    </message>
    <message>
        <source>Nothing of it is done yet. Apply makes these changes and starts the work; Cancel changes nothing.</source>
        <translation>Nulla è stato ancora fatto. «Applica» esegue queste modifiche e avvia il lavoro; «Annulla» non modifica nulla.</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Applica</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>Tutte le modifiche</translation>
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
        <translation>Nessuna: tutto è già come desiderato. Il demone viene avviato così.</translation>
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
        <translation>Il rapporto è un unico file di testo con:
• le versioni di Framehand e del sistema operativo
• che cosa sta facendo il worker
• tutte le impostazioni, con indirizzi e cartelle, ma senza password e altri segreti
• che cosa può codificare questo PC
• i risultati della diagnosi
• le righe più recenti del registro, in cui compaiono nomi di file

Viene salvato solo su questo PC; nulla viene inviato. È bene rileggerlo prima di darlo a qualcuno.</translation>
    </message>
</context>
<context>
    <name>TestPanel</name>
    <message>
        <source>Testing...</source>
        <translation>Prova in corso...</translation>
    </message>
</context>
<context>
    <name>ThisPcPage</name>
    <message>
        <source>Problem with the settings</source>
        <translation>Problema con le impostazioni</translation>
    </message>
    <message>
        <source>This PC</source>
        <translation>Questo PC</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Processore</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Graphics</source>
        <translation>Scheda grafica</translation>
    </message>
    <message>
        <source>FFmpeg libraries</source>
        <translation>Librerie FFmpeg</translation>
    </message>
    <message>
        <source>Encoders, as measured by really encoding with them</source>
        <translation>Codificatori, misurati con una vera codifica</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>Codificatori</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Codificatore</translation>
    </message>
    <message>
        <source>Codec</source>
        <translation>Codec</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Funziona</translation>
    </message>
    <message>
        <source>Frames a second at 720p</source>
        <translation>Fotogrammi al secondo a 720p</translation>
    </message>
    <message>
        <source>Largest picture</source>
        <translation>Immagine massima</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Perché no</translation>
    </message>
    <message>
        <source>Why the encoders are not known</source>
        <translation>Perché i codificatori non sono noti</translation>
    </message>
    <message>
        <source>&amp;Measure again</source>
        <translation>Misura di n&amp;uovo</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>Avanzamento della misurazione</translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation>Diagnosi</translation>
    </message>
    <message>
        <source>What happens now</source>
        <translation>Che cosa succede ora</translation>
    </message>
    <message>
        <source>Everything that is needed is being examined; this can take a moment.</source>
        <translation>Controllo di tutto il necessario in corso; può richiedere un momento.</translation>
    </message>
    <message>
        <source>Why nothing could be examined</source>
        <translation>Perché non è stato possibile controllare nulla</translation>
    </message>
    <message>
        <source>&amp;Examine again</source>
        <translation>&amp;Controlla di nuovo</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>Copia come &amp;testo</translation>
    </message>
    <message>
        <source>The settings as they are now could not be started with, so the former ones are in use: %1</source>
        <translation>Non è stato possibile avviare con le impostazioni attuali, perciò sono in uso quelle precedenti: %1</translation>
    </message>
    <message>
        <source>What was looked at</source>
        <translation>Che cosa è stato controllato</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Che cosa è stato trovato</translation>
    </message>
    <message>
        <source>What to do about it</source>
        <translation>Che cosa fare</translation>
    </message>
</context>
<context>
    <name>ThisPcWords</name>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n core</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>processor, cores</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>None found</source>
        <translation>Nessuna trovata</translation>
    </message>
    <message>
        <source>%1, driver %2</source>
        <translation>%1, driver %2</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sì</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>width, height</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Trying %1 (%2 of %3)</source>
        <translation>Prova di %1 (%2 di %3)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Impostazioni</translation>
    </message>
    <message>
        <source>Orchestrator</source>
        <translation>Orchestratore</translation>
    </message>
    <message>
        <source>Background service</source>
        <translation>Servizio in background</translation>
    </message>
    <message>
        <source>Share with the videos</source>
        <translation>Condivisione dei video</translation>
    </message>
    <message>
        <source>Reading from the share</source>
        <translation>Lettura dalla condivisione</translation>
    </message>
    <message>
        <source>Writing to the share</source>
        <translation>Scrittura nella condivisione</translation>
    </message>
    <message>
        <source>Space for unfinished videos</source>
        <translation>Spazio per i video non finiti</translation>
    </message>
    <message>
        <source>Space on the share</source>
        <translation>Spazio nella condivisione</translation>
    </message>
    <message>
        <source>Folder for unfinished videos</source>
        <translation>Cartella per i video non finiti</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>Codificatori</translation>
    </message>
    <message>
        <source>Protection against harmful videos</source>
        <translation>Protezione da video dannosi</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>A posto</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avviso</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Measure the encoders again</source>
        <translation>Misura di nuovo i codificatori</translation>
    </message>
    <message>
        <source>Change this setting...</source>
        <translation>Modifica questa impostazione...</translation>
    </message>
    <message>
        <source>Processor: %1</source>
        <translation>Processore: %1</translation>
    </message>
    <message>
        <source>Memory: %1</source>
        <translation>Memoria: %1</translation>
    </message>
    <message>
        <source>Graphics: %1</source>
        <translation>Scheda grafica: %1</translation>
    </message>
    <message>
        <source>FFmpeg libraries: %1</source>
        <translation>Librerie FFmpeg: %1</translation>
    </message>
    <message>
        <source>%1: does not work: %2</source>
        <translation>%1: non funziona: %2</translation>
    </message>
    <message>
        <source>%1: works, %2 frames a second at 720p</source>
        <translation>%1: funziona, %2 fotogrammi al secondo a 720p</translation>
    </message>
    <message>
        <source>%1: works</source>
        <translation>%1: funziona</translation>
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
        <translation>To&amp;ken di accesso:</translation>
    </message>
    <message>
        <source>An orchestrator may ask for an access token. This PC shows it to its orchestrator; if it is the orchestrator itself, all others must show it.</source>
        <translation>Un orchestratore può chiedere un token di accesso. Questo PC lo presenta al suo orchestratore; se è esso stesso l'orchestratore, tutti gli altri devono presentarlo.</translation>
    </message>
    <message>
        <source>An access token has from %1 to %2 characters: letters, digits and -._~+/, and = at its end.</source>
        <translation>Un token di accesso ha da %1 a %2 caratteri: lettere, cifre e -._~+/, e = alla fine.</translation>
    </message>
    <message>
        <source>It is kept in your keychain and, because the daemon also works while nobody is logged in to unlock a keychain, in a file that only you can read: %1</source>
        <translation>È conservato nel portachiavi e, poiché il demone lavora anche quando nessuno ha effettuato l'accesso per sbloccare un portachiavi, in un file che solo tu puoi leggere: %1</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>&amp;Pause</source>
        <translation>Metti in &amp;pausa</translation>
    </message>
    <message>
        <source>&amp;Open Framehand</source>
        <translation>&amp;Apri Framehand</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Riprendi</translation>
    </message>
    <message>
        <source>&amp;Finish this job, then pause</source>
        <translation>&amp;Finisci questo lavoro, poi metti in pausa</translation>
    </message>
    <message>
        <source>&amp;Ignore "in use" for 1 hour</source>
        <translation>&amp;Ignora «in uso» per 1 ora</translation>
    </message>
    <message>
        <source>&amp;Heed "in use" again</source>
        <translation>&amp;Considera di nuovo «in uso»</translation>
    </message>
    <message>
        <source>&amp;Start Framehand</source>
        <translation>A&amp;vvia Framehand</translation>
    </message>
    <message>
        <source>S&amp;ettings...</source>
        <translation>I&amp;mpostazioni...</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Esci</translation>
    </message>
</context>
<context>
    <name>WeekGridWidget</name>
    <message>
        <source>Hours of the week in which to work</source>
        <translation>Ore della settimana in cui lavorare</translation>
    </message>
    <message>
        <source>Drag over hours to allow them, or to forbid them again. With the keyboard: arrow keys, Shift to take more hours, Space to change them.</source>
        <translation>Trascinare sulle ore per consentirle o vietarle di nuovo. Con la tastiera: tasti freccia, Maiusc per estendere la selezione, Spazio per cambiarle.</translation>
    </message>
    <message>
        <source>%1, hour from %2: work is allowed</source>
        <translation>%1, ora dalle %2: lavoro consentito</translation>
    </message>
    <message>
        <source>%1, hour from %2: work is allowed in a part of it</source>
        <translation>%1, ora dalle %2: lavoro consentito in parte</translation>
    </message>
    <message>
        <source>%1, hour from %2: no work</source>
        <translation>%1, ora dalle %2: nessun lavoro</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome to Framehand</source>
        <translation>Benvenuti in Framehand</translation>
    </message>
    <message>
        <source>A few questions, and this PC turns videos into streams. Nothing is changed before you have seen a list of all changes.</source>
        <translation>Poche domande e questo PC trasforma i video in stream. Nulla viene modificato prima che sia stato mostrato un elenco di tutte le modifiche.</translation>
    </message>
    <message>
        <source>This was found:</source>
        <translation>Ecco che cosa è stato trovato:</translation>
    </message>
    <message>
        <source>Daemon, which does the work</source>
        <translation>Demone, che svolge il lavoro</translation>
    </message>
    <message>
        <source>it is being started</source>
        <translation>in fase di avvio</translation>
    </message>
    <message>
        <source>it runs</source>
        <translation>in esecuzione</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>File delle impostazioni</translation>
    </message>
    <message>
        <source>%1 is there and is changed, line by line</source>
        <translation>%1 esiste già, ne vengono modificate solo singole righe</translation>
    </message>
    <message>
        <source>%1 is made new</source>
        <translation>%1 viene creato</translation>
    </message>
    <message>
        <source>Shares of other machines</source>
        <translation>Condivisioni di altri computer</translation>
    </message>
    <message>
        <source>none is mounted on this PC</source>
        <translation>nessuna è montata su questo PC</translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>Start Framehand in the tray when I &amp;log in</source>
        <translation>Avvia Framehand nell'area di &amp;notifica all'accesso</translation>
    </message>
    <message>
        <source>Also work as a background &amp;service, without the app</source>
        <translation>Lavora anche come servi&amp;zio in background, senza l'app</translation>
    </message>
    <message>
        <source>When may this PC work?</source>
        <translation>Quando può lavorare questo PC?</translation>
    </message>
    <message>
        <source>Finer rules, and hours of the week, are in the settings.</source>
        <translation>Regole più precise e orari della settimana si trovano nelle impostazioni.</translation>
    </message>
    <message>
        <source>&amp;Whenever nobody uses it</source>
        <translation>&amp;Quando nessuno lo usa</translation>
    </message>
    <message>
        <source>Work pauses within a second of the first key or movement, and goes on after five minutes without.</source>
        <translation>Il lavoro va in pausa entro un secondo dal primo tasto o movimento del mouse e riprende dopo cinque minuti senza input.</translation>
    </message>
    <message>
        <source>Only at ni&amp;ght</source>
        <translation>Solo di n&amp;otte</translation>
    </message>
    <message>
        <source>From 22:00 to 07:00, and only while nobody uses it.</source>
        <translation>Dalle 22:00 alle 07:00 e solo mentre nessuno lo usa.</translation>
    </message>
    <message>
        <source>&amp;Always</source>
        <translation>S&amp;empre</translation>
    </message>
    <message>
        <source>Also while you use it, at the lowest priority. Games, full-screen programs and battery still pause it.</source>
        <translation>Anche durante l'uso, con la priorità più bassa. Giochi, programmi a schermo intero e batteria lo mettono comunque in pausa.</translation>
    </message>
    <message>
        <source>Lea&amp;ve it as it is now</source>
        <translation>&amp;Lascia com'è ora</translation>
    </message>
    <message>
        <source>The hours and rules that are in the settings stay.</source>
        <translation>Gli orari e le regole delle impostazioni restano.</translation>
    </message>
    <message>
        <source>What starts by itself</source>
        <translation>Avvio automatico</translation>
    </message>
    <message>
        <source>It starts with the machine, and an administrator must agree. It needs the share by its name in the network, such as \\nas\videos, and often cannot use the graphics card; for a PC that somebody uses, the start at login above is the better choice.</source>
        <translation>Si avvia con il computer, e un amministratore deve acconsentire. Ha bisogno della condivisione con il suo nome in rete, come \\nas\videos, e spesso non può usare la scheda grafica; per un PC che qualcuno usa, l'avvio all'accesso qui sopra è la scelta migliore.</translation>
    </message>
</context>
</TS>
