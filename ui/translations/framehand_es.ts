<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AdvancedPage</name>
    <message>
        <source>Back to the &amp;default</source>
        <translation>Restablecer el valor pre&amp;determinado</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>&amp;Buscar:</translation>
    </message>
    <message>
        <source>Other settings</source>
        <translation>Otros ajustes</translation>
    </message>
    <message>
        <source>What the chosen setting may be</source>
        <translation>Valores posibles del ajuste seleccionado</translation>
    </message>
    <message>
        <source>Settings file: %1</source>
        <translation>Archivo de configuración: %1</translation>
    </message>
    <message>
        <source>Choose a setting to see what it may be. A double click or F2 changes its value.</source>
        <translation>Seleccionar un ajuste para ver sus valores posibles. Un doble clic o F2 permite cambiar su valor.</translation>
    </message>
    <message>
        <source>Decided by %1, which goes before the settings file.</source>
        <translation>Lo determina %1, que tiene prioridad sobre el archivo de configuración.</translation>
    </message>
    <message>
        <source>%1. Expected: %2.</source>
        <translation>%1. Valor esperado: %2.</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avanzado</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>As the desktop</source>
        <translation>Igual que el escritorio</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Igual que el sistema</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>&amp;Colores:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Idioma:</translation>
    </message>
    <message>
        <source>Another language is shown from the next start of the app on.</source>
        <translation>El cambio de idioma surtirá efecto la próxima vez que se inicie la aplicación.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>What the test found</source>
        <translation>Resultado de la prueba</translation>
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
        <translation>Un &amp;orquestador reparte las tareas</translation>
    </message>
    <message>
        <source>This PC is the orchestrator and works for &amp;itself</source>
        <translation>Este equipo es el orquestador y trabaja para &amp;sí mismo</translation>
    </message>
    <message>
        <source>Add&amp;ress of the orchestrator:</source>
        <translation>Di&amp;rección del orquestador:</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>&amp;Probar la conexión</translation>
    </message>
    <message>
        <source>&amp;Listens on the address:</source>
        <translation>&amp;Escucha en la dirección:</translation>
    </message>
    <message>
        <source>On the &amp;port:</source>
        <translation>En el p&amp;uerto:</translation>
    </message>
    <message>
        <source>&amp;Name of this worker:</source>
        <translation>&amp;Nombre de este nodo de trabajo:</translation>
    </message>
    <message>
        <source>127.0.0.1 is for this PC alone; 0.0.0.0 lets other PCs of your network work for it: those that know the access token below, or all if there is none.</source>
        <translation>127.0.0.1 es solo para este equipo; con 0.0.0.0 otros equipos de su red pueden trabajar para él: los que conozcan el token de acceso de abajo, o todos si no hay ninguno.</translation>
    </message>
    <message>
        <source>The daemon that runs now was not started by this app. It becomes its own orchestrator with a restart if it is the service; if it was started as "framehandd worker", it does not.</source>
        <translation>El demonio en ejecución no lo ha iniciado esta aplicación. Si es el servicio, pasa a ser su propio orquestador al reiniciarse; si se inició con «framehandd worker», no.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Other &amp;job sources...</source>
        <translation>Otros orígenes de &amp;tareas...</translation>
    </message>
    <message>
        <source>No orchestrator is asked for jobs. They come from: %1</source>
        <translation>No se piden tareas a ningún orquestador. Proceden de: %1</translation>
    </message>
    <message>
        <source>Jobs come from these sources, and the first is preferred: %1</source>
        <translation>Las tareas proceden de estos orígenes, con preferencia del primero: %1</translation>
    </message>
    <message>
        <source>Jobs can also come from Redis, Celery, BullMQ or RabbitMQ.</source>
        <translation>Las tareas también pueden proceder de Redis, Celery, BullMQ o RabbitMQ.</translation>
    </message>
</context>
<context>
    <name>FieldForm</name>
    <message>
        <source>Choose...</source>
        <translation>Elegir...</translation>
    </message>
    <message>
        <source>Choose the folder: %1</source>
        <translation>Elegir la carpeta: %1</translation>
    </message>
    <message>
        <source>Decided by %1, which goes before the settings file.</source>
        <translation>Lo determina %1, que tiene prioridad sobre el archivo de configuración.</translation>
    </message>
    <message>
        <source>This version of the daemon does not know it.</source>
        <translation>Esta versión del demonio no conoce este ajuste.</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>not set</source>
        <translation>sin definir</translation>
    </message>
    <message>
        <source>starts at login</source>
        <translation>se inicia al iniciar sesión</translation>
    </message>
    <message>
        <source>does not start at login</source>
        <translation>no se inicia al iniciar sesión</translation>
    </message>
    <message>
        <source>Background service of this user</source>
        <translation>Servicio en segundo plano de este usuario</translation>
    </message>
    <message>
        <source>not installed by this setup</source>
        <translation>no instalado por este asistente</translation>
    </message>
    <message>
        <source>installed and started</source>
        <translation>instalado e iniciado</translation>
    </message>
    <message>
        <source>The settings are written into %1</source>
        <translation>Los ajustes se han guardado en %1</translation>
    </message>
    <message>
        <source>Framehand starts at the next login</source>
        <translation>Framehand se iniciará en el próximo inicio de sesión</translation>
    </message>
    <message>
        <source>Framehand no longer starts at login</source>
        <translation>Framehand ya no se iniciará al iniciar sesión</translation>
    </message>
    <message>
        <source>The daemon starts with these settings</source>
        <translation>El demonio se inicia con estos ajustes</translation>
    </message>
    <message>
        <source>The service is installed and runs</source>
        <translation>El servicio está instalado y en ejecución</translation>
    </message>
    <message>
        <source>Background service of this machine</source>
        <translation>Servicio en segundo plano de este equipo</translation>
    </message>
</context>
<context>
    <name>FirstRunWizard</name>
    <message>
        <source>Set up Framehand</source>
        <translation>Configuración de Framehand</translation>
    </message>
    <message>
        <source>Set up Framehand: %1</source>
        <translation>Configuración de Framehand: %1</translation>
    </message>
</context>
<context>
    <name>HistoryDetail</name>
    <message>
        <source>Job: %1</source>
        <translation>Tarea: %1</translation>
    </message>
    <message>
        <source>Video:</source>
        <translation>Vídeo:</translation>
    </message>
    <message>
        <source>Result:</source>
        <translation>Resultado:</translation>
    </message>
    <message>
        <source>Began:</source>
        <translation>Inicio:</translation>
    </message>
    <message>
        <source>Ended:</source>
        <translation>Fin:</translation>
    </message>
    <message>
        <source>Took, with pauses:</source>
        <translation>Duración, con pausas:</translation>
    </message>
    <message>
        <source>Took, without pauses:</source>
        <translation>Duración, sin pausas:</translation>
    </message>
    <message>
        <source>Speed:</source>
        <translation>Velocidad:</translation>
    </message>
    <message>
        <source>Size before:</source>
        <translation>Tamaño anterior:</translation>
    </message>
    <message>
        <source>Size after:</source>
        <translation>Tamaño posterior:</translation>
    </message>
    <message>
        <source>Made:</source>
        <translation>Versiones generadas:</translation>
    </message>
    <message>
        <source>Folder on the share:</source>
        <translation>Carpeta en el recurso compartido:</translation>
    </message>
    <message>
        <source>Playlist:</source>
        <translation>Lista de reproducción:</translation>
    </message>
    <message>
        <source>Job's id:</source>
        <translation>Identificador de la tarea:</translation>
    </message>
    <message>
        <source>Error:</source>
        <translation>Error:</translation>
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
        <translation>C&amp;opiar</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between renditions</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Attempts:</source>
        <translation>Intento:</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Video</source>
        <translation>Vídeo</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Size before</source>
        <translation>Tamaño anterior</translation>
    </message>
    <message>
        <source>Size after</source>
        <translation>Tamaño posterior</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Why the list is not up to date</source>
        <translation>Motivo por el que la lista no está actualizada</translation>
    </message>
    <message>
        <source>How many jobs are listed</source>
        <translation>Número de tareas mostradas</translation>
    </message>
    <message>
        <source>What became of the last wish</source>
        <translation>Resultado de la última petición</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>&amp;Buscar:</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Words in the name, the id or the error</source>
        <translation>Palabras del nombre, el identificador o el error</translation>
    </message>
    <message>
        <source>&amp;Result:</source>
        <translation>&amp;Resultado:</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Jobs that ended on this PC</source>
        <translation>Historial de tareas de este equipo</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Detalles</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>Abrir la &amp;carpeta</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>Re&amp;producir</translation>
    </message>
    <message>
        <source>&amp;Export as CSV...</source>
        <translation>E&amp;xportar como CSV...</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n tarea</numerusform>
            <numerusform>%n tareas</numerusform>
        </translation>
    </message>
    <message>
        <source>No job is like this.</source>
        <translation>Ninguna tarea coincide.</translation>
    </message>
    <message>
        <source>No job has ended on this PC yet.</source>
        <translation>Todavía no ha finalizado ninguna tarea en este equipo.</translation>
    </message>
    <message>
        <source>"%1" waits for its turn again.</source>
        <translation>«%1» vuelve a estar en espera.</translation>
    </message>
    <message>
        <source>"%1" cannot be tried again: %2</source>
        <translation>No se puede reintentar «%1»: %2</translation>
    </message>
    <message>
        <source>The folder %1 cannot be opened.</source>
        <translation>No se puede abrir la carpeta %1.</translation>
    </message>
    <message>
        <source>No program could be found that plays %1.</source>
        <translation>No se ha encontrado ningún programa que pueda reproducir %1.</translation>
    </message>
    <message>
        <source>Export the jobs that are listed</source>
        <translation>Exportar las tareas mostradas</translation>
    </message>
    <message>
        <source>The jobs cannot be exported: %1</source>
        <translation>No se pueden exportar las tareas: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) exported to %1</source>
        <translation>
            <numerusform>%n tarea exportada a %1</numerusform>
            <numerusform>%n tareas exportadas a %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2</source>
        <translation>No se puede escribir el archivo %1: %2</translation>
    </message>
    <message>
        <source>Try aga&amp;in</source>
        <translation>Re&amp;intentar</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>Finished</source>
        <translation>Terminada</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallida</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Devuelta</translation>
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
        <translation>El trabajo solo se pausa manualmente: las reglas siguientes están desactivadas.</translation>
    </message>
    <message>
        <source>&amp;Leave this PC alone while somebody needs it</source>
        <translation>&amp;Dejar este equipo en paz mientras alguien lo necesite</translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <translation>Horas de la semana</translation>
    </message>
    <message>
        <source>Hours of the week: %1</source>
        <translation>Horas de la semana: %1</translation>
    </message>
    <message>
        <source>Al&amp;ways</source>
        <translation>&amp;Siempre</translation>
    </message>
    <message>
        <source>&amp;Nights only</source>
        <translation>Solo &amp;noches</translation>
    </message>
    <message>
        <source>Nights and wee&amp;kends</source>
        <translation>Noc&amp;hes y fines de semana</translation>
    </message>
    <message>
        <source>&amp;In words of the settings file:</source>
        <translation>En el &amp;formato del archivo de configuración:</translation>
    </message>
    <message>
        <source>What pauses work</source>
        <translation>Qué pausa el trabajo</translation>
    </message>
    <message>
        <source>Pause while keyboard or mouse are in &amp;use</source>
        <translation>Pausar mientras se &amp;use el teclado o el ratón</translation>
    </message>
    <message>
        <source>Time without in&amp;put until work goes on:</source>
        <translation>Tiempo sin acti&amp;vidad hasta reanudar:</translation>
    </message>
    <message>
        <source>Pause while a program fills the &amp;screen or a game runs</source>
        <translation>Pausar mientras un programa ocupe toda la &amp;pantalla o haya un juego en marcha</translation>
    </message>
    <message>
        <source>Pause while this PC runs on &amp;battery</source>
        <translation>Pausar mientras este equipo funcione con &amp;batería</translation>
    </message>
    <message>
        <source>Pause while the power sa&amp;ver is on</source>
        <translation>Pausar mientras el ahorro de &amp;energía esté activado</translation>
    </message>
    <message>
        <source>Pause while the network is &amp;metered</source>
        <translation>Pausar mientras la red sea de uso &amp;medido</translation>
    </message>
    <message>
        <source>Pause when o&amp;ther programs use more of the processor than:</source>
        <translation>Pausar si el uso del procesador por &amp;otros programas supera:</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Pause when the processor is &amp;hotter than:</source>
        <translation>Pausar si la &amp;temperatura del procesador supera:</translation>
    </message>
    <message>
        <source> °C</source>
        <translation> °C</translation>
    </message>
    <message>
        <source>Programs that pause work while they run</source>
        <translation>Programas que pausan el trabajo mientras se ejecutan</translation>
    </message>
    <message>
        <source>P&amp;rograms:</source>
        <translation>P&amp;rogramas:</translation>
    </message>
    <message>
        <source>Choose from the programs that run n&amp;ow...</source>
        <translation>Ele&amp;gir entre los programas en ejecución...</translation>
    </message>
    <message>
        <source>When to work</source>
        <translation>Cuándo trabajar</translation>
    </message>
</context>
<context>
    <name>JobSourcesPage</name>
    <message>
        <source>&amp;Set up object storage...</source>
        <translation>Con&amp;figurar el almacenamiento de objetos...</translation>
    </message>
    <message>
        <source>Jobs come from all sources that are checked. The upper ones are asked first.</source>
        <translation>Las tareas proceden de todos los orígenes marcados. Se pregunta primero a los de arriba.</translation>
    </message>
    <message>
        <source>It hands out jobs to many PCs. Where it is, or that this PC is its own, is said on the page Connection.</source>
        <translation>Reparte tareas entre muchos equipos. Dónde está, o que lo es este mismo equipo, se indica en la página «Conexión».</translation>
    </message>
    <message>
        <source>Open the page &amp;Connection</source>
        <translation>Abrir la página «&amp;Conexión»</translation>
    </message>
    <message>
        <source>Passwords and keys are kept in your keychain and, because the daemon also works while nobody is logged in to unlock a keychain, in files that only you can read: %1</source>
        <translation>Las contraseñas y claves se guardan en su llavero y, como el demonio también trabaja cuando nadie ha iniciado sesión para desbloquear un llavero, en archivos que solo usted puede leer: %1</translation>
    </message>
    <message>
        <source>What passwords and keys the daemon has cannot be read: %1</source>
        <translation>No se puede leer qué contraseñas y claves tiene el demonio: %1</translation>
    </message>
    <message>
        <source>Job sources</source>
        <translation>Orígenes de tareas</translation>
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
        <translation>Resultado de la última petición</translation>
    </message>
    <message>
        <source>&amp;Level:</source>
        <translation>&amp;Nivel:</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Without details</source>
        <translation>Sin detalles</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Advertencias y errores</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>&amp;Job:</source>
        <translation>&amp;Tarea:</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Tarea</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Seguir</translation>
    </message>
    <message>
        <source>Keep the newest line in sight</source>
        <translation>Mantener visible la última línea</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>What is selected, or everything that is shown</source>
        <translation>La selección o, si no la hay, todo lo que se muestra</translation>
    </message>
    <message>
        <source>Save a re&amp;port...</source>
        <translation>Guardar un in&amp;forme...</translation>
    </message>
    <message numerus="yes">
        <source>(%n line(s) are missing here)</source>
        <translation>
            <numerusform>(falta %n línea aquí)</numerusform>
            <numerusform>(faltan %n líneas aquí)</numerusform>
        </translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation>Guardar un informe</translation>
    </message>
    <message>
        <source>The report is being made...</source>
        <translation>Creando el informe...</translation>
    </message>
    <message>
        <source>The report is in %1</source>
        <translation>El informe está en %1</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2</source>
        <translation>No se puede escribir el archivo %1: %2</translation>
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
        <translation>&amp;Cerrar la ventana</translation>
    </message>
    <message>
        <source>&amp;Quit Framehand</source>
        <translation>&amp;Salir de Framehand</translation>
    </message>
    <message>
        <source>&amp;Settings...</source>
        <translation>&amp;Ajustes...</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>&amp;Now</source>
        <translation>&amp;Ahora</translation>
    </message>
    <message>
        <source>Histor&amp;y</source>
        <translation>&amp;Historial</translation>
    </message>
    <message>
        <source>Lo&amp;g</source>
        <translation>Re&amp;gistro</translation>
    </message>
    <message>
        <source>&amp;This PC</source>
        <translation>Este &amp;equipo</translation>
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
        <translation>¿De qué es capaz este equipo?</translation>
    </message>
    <message>
        <source>Each encoder of this PC, also of its graphics card, really encodes some pictures. You need not wait for it.</source>
        <translation>Cada codificador de este equipo, incluidos los de su tarjeta gráfica, codifica realmente algunas imágenes. No es necesario esperar a que termine.</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>Progreso de la medición</translation>
    </message>
    <message>
        <source>What is measured now</source>
        <translation>Medición en curso</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>Resultados de la medición</translation>
    </message>
    <message>
        <source>Measuring...</source>
        <translation>Midiendo...</translation>
    </message>
    <message>
        <source>Measuring %1...</source>
        <translation>Midiendo %1...</translation>
    </message>
    <message>
        <source>It could not be measured: %1</source>
        <translation>No se ha podido medir: %1</translation>
    </message>
    <message>
        <source>Measured.</source>
        <translation>Medición terminada.</translation>
    </message>
    <message>
        <source>%1: %2 pictures a second at 1280 x 720</source>
        <translation>%1: %2 imágenes por segundo a 1280 x 720</translation>
    </message>
    <message>
        <source>%1: works</source>
        <translation>%1: funciona</translation>
    </message>
    <message>
        <source>No video encoder works on this PC.</source>
        <translation>Ningún codificador de vídeo funciona en este equipo.</translation>
    </message>
</context>
<context>
    <name>NasPage</name>
    <message>
        <source>&amp;Use this folder all the same</source>
        <translation>&amp;Usar esta carpeta de todos modos</translation>
    </message>
    <message>
        <source>Where are the videos?</source>
        <translation>¿Dónde están los vídeos?</translation>
    </message>
    <message>
        <source>All videos are read below one folder, and the finished packages are written below it: usually a share of a NAS that is mounted on this PC.</source>
        <translation>Todos los vídeos se leen a partir de una sola carpeta, y los paquetes terminados se escriben también en ella: normalmente, un recurso compartido de un NAS montado en este equipo.</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Carpeta:</translation>
    </message>
    <message>
        <source>&amp;Choose...</source>
        <translation>&amp;Elegir...</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Elegir la carpeta</translation>
    </message>
    <message>
        <source>&amp;Test reading, writing and renaming</source>
        <translation>&amp;Probar la lectura, la escritura y el cambio de nombre</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Framehand needs you</source>
        <translation>Framehand necesita atención</translation>
    </message>
    <message>
        <source>A video</source>
        <translation>un vídeo</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>Ha fallado: %1</translation>
    </message>
    <message>
        <source>%1 is finished</source>
        <translation>Terminado: %1</translation>
    </message>
    <message>
        <source>It is in its place and can be played.</source>
        <translation>El vídeo está en su sitio y ya se puede reproducir.</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>Notify me when a job is &amp;finished</source>
        <translation>Avisar cuando &amp;termine una tarea</translation>
    </message>
    <message>
        <source>Notify me when a job has fai&amp;led, with its cause</source>
        <translation>Avisar cuando &amp;falle una tarea, indicando la causa</translation>
    </message>
    <message>
        <source>Notify me when somebody is &amp;needed, as when the folder with the videos is away</source>
        <translation>Avisar cuando se &amp;necesite intervención, por ejemplo si la carpeta de los vídeos no está disponible</translation>
    </message>
    <message>
        <source>Show a &amp;test notification</source>
        <translation>Mostrar una notificación de &amp;prueba</translation>
    </message>
    <message>
        <source>This is a test</source>
        <translation>Esto es una prueba</translation>
    </message>
    <message>
        <source>Notifications of Framehand arrive.</source>
        <translation>Las notificaciones de Framehand se muestran correctamente.</translation>
    </message>
    <message>
        <source>Nothing appears? Then the desktop shows no notifications now: it may be in a mode in which it does not disturb.</source>
        <translation>¿No aparece nada? Entonces el escritorio no muestra notificaciones en este momento: puede que esté en modo «No molestar».</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
</context>
<context>
    <name>NowPage</name>
    <message>
        <source>What was refused</source>
        <translation>Petición rechazada</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Último error</translation>
    </message>
    <message>
        <source>Jobs since the start</source>
        <translation>Tareas desde el inicio</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>What happens now</source>
        <translation>Actividad actual</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Qué viene después</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vídeo</translation>
    </message>
    <message>
        <source>File of the video</source>
        <translation>Archivo del vídeo</translation>
    </message>
    <message>
        <source>What is made of it</source>
        <translation>Versiones que se generan</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Tiempo restante</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>Fotogramas por segundo</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Frames a second over time</source>
        <translation>Evolución de los fotogramas por segundo</translation>
    </message>
    <message>
        <source>Speed over time</source>
        <translation>Evolución de la velocidad</translation>
    </message>
    <message>
        <source>What the job takes of this PC</source>
        <translation>Recursos de este equipo que usa la tarea</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reanudar</translation>
    </message>
    <message>
        <source>&amp;Finish this job, then pause</source>
        <translation>&amp;Terminar la tarea y pausar</translation>
    </message>
    <message>
        <source>&amp;Ignore "in use" for 1 hour</source>
        <translation>&amp;Ignorar el uso del equipo 1 h</translation>
    </message>
    <message>
        <source>&amp;Heed "in use" again</source>
        <translation>&amp;Volver a tener en cuenta el uso</translation>
    </message>
    <message>
        <source>&amp;Start Framehand</source>
        <translation>I&amp;niciar Framehand</translation>
    </message>
    <message>
        <source>Jobs since the start: finished %1, failed %2</source>
        <translation>Tareas terminadas desde el inicio: %1, fallidas: %2</translation>
    </message>
    <message>
        <source>Last error: %1</source>
        <translation>Último error: %1</translation>
    </message>
</context>
<context>
    <name>OrchestratorPage</name>
    <message>
        <source>&amp;This PC alone: it hands out its jobs itself</source>
        <translation>Solo est&amp;e equipo: reparte él mismo sus tareas</translation>
    </message>
    <message>
        <source>An &amp;orchestrator in the network</source>
        <translation>Un &amp;orquestador de la red</translation>
    </message>
    <message>
        <source>Where do the jobs come from?</source>
        <translation>¿De dónde vienen las tareas?</translation>
    </message>
    <message>
        <source>An orchestrator hands out jobs to many PCs. If you have none, this PC does it for itself.</source>
        <translation>Un orquestador reparte tareas a muchos equipos. Si no hay ninguno, este equipo se encarga por sí mismo.</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Dirección:</translation>
    </message>
    <message>
        <source>T&amp;est the connection</source>
        <translation>&amp;Probar la conexión</translation>
    </message>
</context>
<context>
    <name>PauseMenu</name>
    <message>
        <source>For &amp;15 minutes</source>
        <translation>Durante &amp;15 minutos</translation>
    </message>
    <message>
        <source>For 1 &amp;hour</source>
        <translation>Durante 1 &amp;hora</translation>
    </message>
    <message>
        <source>Until &amp;tomorrow, %1</source>
        <translation>Hasta &amp;mañana, %1</translation>
    </message>
    <message>
        <source>Until I &amp;resume</source>
        <translation>Hasta que se &amp;reanude manualmente</translation>
    </message>
</context>
<context>
    <name>PerformancePage</name>
    <message>
        <source>Processor &amp;cores for transcoding:</source>
        <translation>Nú&amp;cleos del procesador para transcodificar:</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Most &amp;memory of a job:</source>
        <translation>&amp;Memoria máxima de una tarea:</translation>
    </message>
    <message>
        <source>&amp;Priority:</source>
        <translation>&amp;Prioridad:</translation>
    </message>
    <message>
        <source>Only what nobody else wants</source>
        <translation>Solo lo que nadie más necesite</translation>
    </message>
    <message>
        <source>As any program: for a PC that does nothing else</source>
        <translation>Como cualquier programa: para un equipo que no hace nada más</translation>
    </message>
    <message>
        <source>Keep this PC a&amp;wake while a job runs</source>
        <translation>Evitar que este equipo se s&amp;uspenda durante una tarea</translation>
    </message>
    <message>
        <source>&amp;Encoders:</source>
        <translation>C&amp;odificadores:</translation>
    </message>
    <message>
        <source>As measured, a graphics card included</source>
        <translation>Según la medición, también los de la tarjeta gráfica</translation>
    </message>
    <message>
        <source>The processor alone, never a graphics card</source>
        <translation>Solo el procesador, nunca una tarjeta gráfica</translation>
    </message>
    <message>
        <source>Encoders are chosen by measuring: what this PC encodes fastest at the same quality is used.</source>
        <translation>Los codificadores se eligen midiendo: a igual calidad, se usa el más rápido en este equipo.</translation>
    </message>
    <message>
        <source>%1 of %2 cores of this PC: %3 % of its processor.</source>
        <translation>Núcleos de este equipo en uso: %1 de %2, el %3 % de su procesador.</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Rendimiento</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>Newest picture of the video</source>
        <translation>Imagen más reciente del vídeo</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>Todavía no hay imagen</translation>
    </message>
</context>
<context>
    <name>ProgramPicker</name>
    <message>
        <source>Programs that pause work</source>
        <translation>Programas que pausan el trabajo</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>&amp;Buscar:</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programas</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Making the changes</source>
        <translation>Aplicación de los cambios</translation>
    </message>
    <message>
        <source>One after the other, as they were listed.</source>
        <translation>Uno tras otro, en el orden de la lista.</translation>
    </message>
    <message>
        <source>Please wait...</source>
        <translation>Un momento...</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Framehand is ready. All of it can be changed in the settings.</source>
        <translation>Framehand está listo. Todo se puede cambiar en los ajustes.</translation>
    </message>
    <message>
        <source>The steps after that were not done. The first setup can be opened again from the settings, on the page Startup.</source>
        <translation>Los pasos siguientes no se han realizado. La configuración inicial se puede volver a abrir desde los ajustes, en la página «Inicio automático».</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Use the one in the keychain</source>
        <translation>Usar lo guardado en el llavero</translation>
    </message>
    <message>
        <source>Show what is typed: %1</source>
        <translation>Mostrar lo escrito: %1</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>Quitar: %1</translation>
    </message>
    <message>
        <source>Use the one in the keychain: %1</source>
        <translation>Usar lo guardado en el llavero: %1</translation>
    </message>
    <message>
        <source>The keychain cannot be read: %1</source>
        <translation>No se puede leer el llavero: %1</translation>
    </message>
    <message>
        <source>Not set.</source>
        <translation>Sin definir.</translation>
    </message>
    <message>
        <source>Not set, but your keychain has one for this address.</source>
        <translation>Sin definir, pero en su llavero hay algo guardado para esta dirección.</translation>
    </message>
    <message>
        <source>Apply removes it from the keychain and from the file.</source>
        <translation>«Aplicar» lo quita del llavero y del archivo.</translation>
    </message>
    <message>
        <source>Set. What is typed here takes its place.</source>
        <translation>Definido. Lo que se escriba aquí ocupará su lugar.</translation>
    </message>
    <message>
        <source>It is a credential that the service manager hands over. It can be changed only there.</source>
        <translation>Es una credencial que entrega el gestor de servicios. Solo se puede cambiar allí.</translation>
    </message>
    <message>
        <source>The environment of the daemon has it. It can be changed only there.</source>
        <translation>Está en una variable de entorno del demonio. Solo se puede cambiar allí.</translation>
    </message>
    <message>
        <source>This version of the daemon keeps no such secret.</source>
        <translation>Esta versión del demonio no guarda secretos como este.</translation>
    </message>
    <message>
        <source>No keychain could take it, so it is kept in the file alone: %1</source>
        <translation>Ningún llavero ha podido guardarlo, así que se guarda solo en el archivo: %1</translation>
    </message>
    <message>
        <source>It could not be removed from the keychain: %1</source>
        <translation>No se ha podido quitar del llavero: %1</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Framehand is not set up yet: it does not know where the videos are</source>
        <translation>Framehand aún no está configurado: no sabe dónde están los vídeos</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 para terminar</translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation>%1 fps</translation>
    </message>
    <message>
        <source>%1 times as fast as it plays</source>
        <translation>%1 veces la velocidad de reproducción</translation>
    </message>
    <message>
        <source>Preparing %1</source>
        <translation>Preparando %1</translation>
    </message>
    <message>
        <source>Preparing a video</source>
        <translation>Preparando un vídeo</translation>
    </message>
    <message>
        <source>Copying %1 to its place</source>
        <translation>Copiando %1 a su destino</translation>
    </message>
    <message>
        <source>Copying a video to its place</source>
        <translation>Copiando un vídeo a su destino</translation>
    </message>
    <message>
        <source>Reporting the end of %1</source>
        <translation>Comunicando el final de %1</translation>
    </message>
    <message>
        <source>Reporting the end of a job</source>
        <translation>Comunicando el final de una tarea</translation>
    </message>
    <message>
        <source>Transcoding %1</source>
        <translation>Transcodificando %1</translation>
    </message>
    <message>
        <source>Transcoding a video</source>
        <translation>Transcodificando un vídeo</translation>
    </message>
    <message>
        <source>you are using this PC</source>
        <translation>este equipo está en uso</translation>
    </message>
    <message>
        <source>nobody can tell whether this PC is in use</source>
        <translation>no se puede saber si este equipo está en uso</translation>
    </message>
    <message>
        <source>a program fills the screen</source>
        <translation>un programa ocupa toda la pantalla</translation>
    </message>
    <message>
        <source>a game runs</source>
        <translation>hay un juego en marcha</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 está en ejecución</translation>
    </message>
    <message>
        <source>other programs need the processor</source>
        <translation>otros programas necesitan el procesador</translation>
    </message>
    <message>
        <source>on battery</source>
        <translation>funcionamiento con batería</translation>
    </message>
    <message>
        <source>the power saver is on</source>
        <translation>el ahorro de energía está activado</translation>
    </message>
    <message>
        <source>outside the hours for work</source>
        <translation>fuera del horario de trabajo</translation>
    </message>
    <message>
        <source>the network is metered</source>
        <translation>la red es de uso medido</translation>
    </message>
    <message>
        <source>this PC is too hot</source>
        <translation>este equipo está demasiado caliente</translation>
    </message>
    <message>
        <source>this PC is too hot (%1)</source>
        <translation>este equipo está demasiado caliente (%1)</translation>
    </message>
    <message>
        <source>the disk for unfinished work is nearly full</source>
        <translation>el disco del trabajo sin terminar está casi lleno</translation>
    </message>
    <message>
        <source>for a reason that this version does not know</source>
        <translation>por un motivo que esta versión no conoce</translation>
    </message>
    <message>
        <source>Goes on after %1 without input</source>
        <translation>Se reanuda tras %1 sin actividad</translation>
    </message>
    <message>
        <source>Goes on once it can be told whether this PC is in use</source>
        <translation>Se reanuda en cuanto se pueda saber si este equipo está en uso</translation>
    </message>
    <message>
        <source>Goes on after the full screen is left</source>
        <translation>Se reanuda al salir de la pantalla completa</translation>
    </message>
    <message>
        <source>Goes on %1 after the full screen is left</source>
        <translation>Se reanuda %1 después de salir de la pantalla completa</translation>
    </message>
    <message>
        <source>Goes on after the game ends</source>
        <translation>Se reanuda cuando se cierre el juego</translation>
    </message>
    <message>
        <source>Goes on %1 after the game ends</source>
        <translation>Se reanuda %1 después de que se cierre el juego</translation>
    </message>
    <message>
        <source>Goes on after the program ends</source>
        <translation>Se reanuda cuando se cierre el programa</translation>
    </message>
    <message>
        <source>Goes on %1 after the program ends</source>
        <translation>Se reanuda %1 después de que se cierre el programa</translation>
    </message>
    <message>
        <source>Goes on when the other programs are done</source>
        <translation>Se reanuda cuando terminen los otros programas</translation>
    </message>
    <message>
        <source>Goes on %1 after the other programs are done</source>
        <translation>Se reanuda %1 después de que terminen los otros programas</translation>
    </message>
    <message>
        <source>Goes on when this PC is plugged in</source>
        <translation>Se reanuda al conectar este equipo a la corriente</translation>
    </message>
    <message>
        <source>Goes on %1 after this PC is plugged in</source>
        <translation>Se reanuda %1 después de conectar este equipo a la corriente</translation>
    </message>
    <message>
        <source>Goes on when the power saver is switched off</source>
        <translation>Se reanuda cuando se desactive el ahorro de energía</translation>
    </message>
    <message>
        <source>Goes on %1 after the power saver is switched off</source>
        <translation>Se reanuda %1 después de que se desactive el ahorro de energía</translation>
    </message>
    <message>
        <source>Goes on once hours for work are set</source>
        <translation>Se reanuda cuando se defina un horario de trabajo</translation>
    </message>
    <message>
        <source>Goes on with another network</source>
        <translation>Se reanuda con otra red</translation>
    </message>
    <message>
        <source>Goes on %1 after another network is used</source>
        <translation>Se reanuda %1 después de cambiar a otra red</translation>
    </message>
    <message>
        <source>Goes on when this PC has cooled down</source>
        <translation>Se reanuda cuando este equipo se enfríe</translation>
    </message>
    <message>
        <source>Goes on %1 after this PC has cooled down</source>
        <translation>Se reanuda %1 después de que este equipo se enfríe</translation>
    </message>
    <message>
        <source>Goes on when there is space on the disk</source>
        <translation>Se reanuda cuando haya espacio libre en el disco</translation>
    </message>
    <message>
        <source>Goes on %1 after there is space on the disk</source>
        <translation>Se reanuda %1 después de que haya espacio libre en el disco</translation>
    </message>
    <message>
        <source>Goes on: %1</source>
        <extracomment>%1 is the daemon's own English, for a reason that is newer than this program</extracomment>
        <translation>Se reanuda: %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>En espera: %1</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between causes</comment>
        <translation>; </translation>
    </message>
    <message>
        <source>Waiting: the orchestrator at %1 does not answer</source>
        <translation>En espera: el orquestador en %1 no responde</translation>
    </message>
    <message>
        <source>Paused by you</source>
        <translation>Pausado manualmente</translation>
    </message>
    <message>
        <source>Framehand cannot run</source>
        <translation>Framehand no se puede ejecutar</translation>
    </message>
    <message>
        <source>Cannot work</source>
        <translation>No se puede trabajar</translation>
    </message>
    <message>
        <source>Framehand is starting</source>
        <translation>Framehand se está iniciando</translation>
    </message>
    <message>
        <source>Framehand does not run</source>
        <translation>Framehand no está en ejecución</translation>
    </message>
    <message>
        <source>This PC hands out jobs and takes none itself</source>
        <translation>Este equipo reparte tareas y no ejecuta ninguna</translation>
    </message>
    <message>
        <source>Finding out what this PC can do</source>
        <translation>Detectando las capacidades de este equipo</translation>
    </message>
    <message>
        <source>Ready, there is no job</source>
        <translation>Listo, no hay tareas</translation>
    </message>
    <message>
        <source>Then paused until %1</source>
        <comment>a time of day</comment>
        <translation>Después en pausa hasta las %1</translation>
    </message>
    <message>
        <source>Then paused until tomorrow, %1</source>
        <translation>Después en pausa hasta mañana, %1</translation>
    </message>
    <message>
        <source>Then paused until %1</source>
        <comment>a date with a time</comment>
        <translation>Después en pausa hasta el %1</translation>
    </message>
    <message>
        <source>Then paused until you resume</source>
        <translation>Después en pausa hasta que se reanude manualmente</translation>
    </message>
    <message>
        <source>Then it pauses</source>
        <translation>Después se pausa</translation>
    </message>
    <message>
        <source>Until %1</source>
        <comment>a time of day</comment>
        <translation>Hasta las %1</translation>
    </message>
    <message>
        <source>Until tomorrow, %1</source>
        <translation>Hasta mañana, %1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <comment>a date with a time</comment>
        <translation>Hasta el %1</translation>
    </message>
    <message>
        <source>Until you resume</source>
        <translation>Hasta que se reanude manualmente</translation>
    </message>
    <message>
        <source>Paused by you until %1</source>
        <comment>a time of day</comment>
        <translation>Pausado manualmente hasta las %1</translation>
    </message>
    <message>
        <source>Paused by you until tomorrow, %1</source>
        <translation>Pausado manualmente hasta mañana, %1</translation>
    </message>
    <message>
        <source>Paused by you until %1</source>
        <comment>a date with a time</comment>
        <translation>Pausado manualmente hasta el %1</translation>
    </message>
    <message>
        <source>Paused by you until you resume</source>
        <translation>Pausado manualmente hasta que se reanude</translation>
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
        <translation>Usa el %1 de un núcleo del procesador y %2 de memoria</translation>
    </message>
    <message>
        <source>Takes %1 of a processor core and %2 of memory; the GPU is %3 busy</source>
        <translation>Usa el %1 de un núcleo del procesador y %2 de memoria; la GPU está ocupada al %3</translation>
    </message>
</context>
<context>
    <name>ServicePanel</name>
    <message>
        <source>A background service works without the app: it starts at login, without icon and window, is started again after a crash, and goes on when the app is closed. The app then only shows what it does.</source>
        <translation>Un servicio en segundo plano trabaja sin la aplicación: se inicia al iniciar sesión, sin icono ni ventana, se reinicia tras un fallo y continúa cuando se cierra la aplicación. La aplicación solo muestra entonces lo que hace.</translation>
    </message>
    <message>
        <source>How the service stands</source>
        <translation>Estado del servicio</translation>
    </message>
    <message>
        <source>&amp;Install the service</source>
        <translation>&amp;Instalar el servicio</translation>
    </message>
    <message>
        <source>&amp;Remove the service</source>
        <translation>&amp;Quitar el servicio</translation>
    </message>
    <message>
        <source>Start it no&amp;w</source>
        <translation>I&amp;niciar ahora</translation>
    </message>
    <message>
        <source>S&amp;top it now</source>
        <translation>&amp;Detener ahora</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Please wait...</source>
        <translation>Un momento...</translation>
    </message>
    <message>
        <source>Asking the service manager...</source>
        <translation>Consultando al gestor de servicios...</translation>
    </message>
    <message>
        <source>A service cannot be used here: %1</source>
        <translation>Aquí no se puede usar un servicio: %1</translation>
    </message>
    <message>
        <source>The service is installed and does not run now.</source>
        <translation>El servicio está instalado, pero no está en ejecución.</translation>
    </message>
    <message>
        <source>The service is not installed.</source>
        <translation>El servicio no está instalado.</translation>
    </message>
    <message>
        <source>The service is starting.</source>
        <translation>El servicio se está iniciando.</translation>
    </message>
    <message>
        <source>The service runs.</source>
        <translation>El servicio está en ejecución.</translation>
    </message>
    <message>
        <source>The service runs: %1</source>
        <translation>El servicio está en ejecución: %1</translation>
    </message>
    <message>
        <source>The service is stopping.</source>
        <translation>El servicio se está deteniendo.</translation>
    </message>
    <message>
        <source>The service has failed: %1</source>
        <translation>El servicio ha fallado: %1</translation>
    </message>
    <message>
        <source>It is installed already.</source>
        <translation>El servicio ya está instalado.</translation>
    </message>
    <message>
        <source>It is not installed.</source>
        <translation>El servicio no está instalado.</translation>
    </message>
    <message>
        <source>It runs already.</source>
        <translation>El servicio ya está en ejecución.</translation>
    </message>
    <message>
        <source>It must be installed first.</source>
        <translation>Primero hay que instalar el servicio.</translation>
    </message>
    <message>
        <source>It does not run.</source>
        <translation>El servicio no está en ejecución.</translation>
    </message>
    <message>
        <source>A background service works without the app: it starts with the machine, before anybody logs in, without icon and window, is started again after every failure, and goes on when you log out. The app then only shows what it does. To install and to remove it takes an administrator.</source>
        <translation>Un servicio en segundo plano trabaja sin la aplicación: se inicia con el equipo, antes de que nadie inicie sesión, sin icono ni ventana, se reinicia después de cada fallo y sigue en marcha cuando usted cierra la sesión. La aplicación solo muestra entonces lo que hace. Para instalarlo y quitarlo hace falta un administrador.</translation>
    </message>
    <message>
        <source>It suits a PC on which seldom anybody is logged in. On any other one let the app start at login instead: many graphics cards encode only in the session of somebody who has logged in, and a service sees neither keyboard and mouse nor what fills the screen unless the app runs beside it and tells it.</source>
        <translation>Conviene a un equipo en el que rara vez hay alguien con la sesión iniciada. En cualquier otro, deje que la aplicación se inicie al entrar en la sesión: muchas tarjetas gráficas solo codifican en la sesión de alguien que la ha iniciado, y un servicio no ve ni el teclado y el ratón ni lo que ocupa la pantalla, salvo que la aplicación esté abierta a su lado y se lo diga.</translation>
    </message>
    <message>
        <source>Give it shares by their names in the network, such as \\nas\videos: a service has no drive letters. If a share asks for a password, open Services in Windows, and under Framehand, Properties, Log On, name an account that may use the share.</source>
        <translation>Indíquele los recursos compartidos por su nombre en la red, como \\nas\videos: un servicio no tiene letras de unidad. Si un recurso pide contraseña, abra Servicios en Windows y, en Framehand, Propiedades, Iniciar sesión, indique una cuenta que pueda usarlo.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Restart now</source>
        <translation>Reiniciar ahora</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Settings of Framehand</source>
        <translation>Ajustes de Framehand</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Páginas de los ajustes</translation>
    </message>
    <message>
        <source>What became of the settings</source>
        <translation>Resultado de aplicar los ajustes</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>Ap&amp;licar</translation>
    </message>
    <message>
        <source>The settings of the daemon cannot be read: %1</source>
        <translation>No se pueden leer los ajustes del demonio: %1</translation>
    </message>
    <message>
        <source>There is a mistake in the settings, so that they cannot be applied.</source>
        <translation>Hay un error en los ajustes, por lo que no se pueden aplicar.</translation>
    </message>
    <message>
        <source>In force now: %1</source>
        <translation>En vigor desde ahora: %1</translation>
    </message>
    <message>
        <source>In force with the next job: %1</source>
        <translation>En vigor con la próxima tarea: %1</translation>
    </message>
    <message>
        <source>In force after a restart of the daemon: %1</source>
        <translation>En vigor tras reiniciar el demonio: %1</translation>
    </message>
    <message>
        <source>Written, but decided by %1: %2</source>
        <translation>Guardado, pero lo determina %1: %2</translation>
    </message>
    <message>
        <source>The daemon is restarted...</source>
        <translation>Reiniciando el demonio...</translation>
    </message>
    <message>
        <source>The daemon was restarted with the settings as they are now.</source>
        <translation>El demonio se ha reiniciado con los ajustes actuales.</translation>
    </message>
</context>
<context>
    <name>SettingsTable</name>
    <message>
        <source>at once</source>
        <translation>de inmediato</translation>
    </message>
    <message>
        <source>with the next job</source>
        <translation>con la próxima tarea</translation>
    </message>
    <message>
        <source>after a restart</source>
        <translation>tras reiniciar</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Ajuste</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Valor predeterminado</translation>
    </message>
    <message>
        <source>Takes effect</source>
        <translation>Se aplica</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Descripción</translation>
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
        <translation>S&amp;ubir</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Bajar</translation>
    </message>
    <message>
        <source>Take &amp;jobs from:</source>
        <translation>Aceptar &amp;tareas de:</translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>It is not checked in the list above, so that no jobs are taken from it.</source>
        <translation>No está marcado en la lista de arriba, así que no se aceptan tareas de ahí.</translation>
    </message>
    <message>
        <source>This version of the daemon cannot test it.</source>
        <translation>Esta versión del demonio no puede probarlo.</translation>
    </message>
    <message>
        <source>Its other settings are on the page Advanced, where their names begin with "%1".</source>
        <translation>Sus demás ajustes están en la página «Avanzado»; allí sus nombres empiezan por «%1».</translation>
    </message>
</context>
<context>
    <name>SourcePanels</name>
    <message>
        <source>A pipeline of queues in Redis: one message for each video, which is transcoded, checked, and put in the place of the original.</source>
        <translation>Un proceso por colas en Redis: un mensaje por vídeo, que se transcodifica, se comprueba y se pone en el lugar del original.</translation>
    </message>
    <message>
        <source>Add&amp;ress of the Redis server:</source>
        <translation>Di&amp;rección del servidor Redis:</translation>
    </message>
    <message>
        <source>&amp;Password of the Redis server:</source>
        <translation>Co&amp;ntraseña del servidor Redis:</translation>
    </message>
    <message>
        <source>Its &amp;queues are:</source>
        <translation>T&amp;ipo de sus colas:</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listas</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>Streams</translation>
    </message>
    <message>
        <source>What this PC does &amp;in the pipeline:</source>
        <translation>&amp;Qué hace este equipo en el proceso:</translation>
    </message>
    <message>
        <source>Names of its keys &amp;begin with:</source>
        <translation>Los no&amp;mbres de sus claves empiezan por:</translation>
    </message>
    <message>
        <source>Other names of the &amp;folder with the videos:</source>
        <translation>Otros nombres de la carpeta con los &amp;vídeos:</translation>
    </message>
    <message>
        <source>Keep the origina&amp;l as .bak when a better file takes its place</source>
        <translation>Conservar el original como .bak cuan&amp;do un archivo mejor ocupa su lugar</translation>
    </message>
    <message>
        <source>&amp;Test Redis</source>
        <translation>&amp;Probar Redis</translation>
    </message>
    <message>
        <source>This PC takes its turns beside Celery's own workers, for one task. Videos are in the object storage.</source>
        <translation>Este equipo se turna con los trabajadores propios de Celery, para un solo tipo de tarea. Los vídeos están en el almacenamiento de objetos.</translation>
    </message>
    <message>
        <source>Add&amp;ress of Celery's Redis server:</source>
        <translation>Di&amp;rección del servidor Redis de Celery:</translation>
    </message>
    <message>
        <source>&amp;Password of Celery's Redis server:</source>
        <translation>Co&amp;ntraseña del servidor Redis de Celery:</translation>
    </message>
    <message>
        <source>Celery's &amp;queue:</source>
        <translation>Cola &amp;de Celery:</translation>
    </message>
    <message>
        <source>&amp;Name of the task that transcodes:</source>
        <translation>No&amp;mbre de la tarea de Celery que transcodifica:</translation>
    </message>
    <message>
        <source>Celery's &amp;bucket of inputs and outputs:</source>
        <translation>Buc&amp;ket de Celery para entradas y salidas:</translation>
    </message>
    <message>
        <source>&amp;Test Celery</source>
        <translation>&amp;Probar Celery</translation>
    </message>
    <message>
        <source>The queues of a video service in Node.js, one for each resolution. Videos are in the object storage.</source>
        <translation>Las colas de un servicio de vídeo en Node.js, una por resolución. Los vídeos están en el almacenamiento de objetos.</translation>
    </message>
    <message>
        <source>Add&amp;ress of the queues' Redis server:</source>
        <translation>Di&amp;rección del servidor Redis de las colas:</translation>
    </message>
    <message>
        <source>&amp;Password of the queues' Redis server:</source>
        <translation>Co&amp;ntraseña del servidor Redis de las colas:</translation>
    </message>
    <message>
        <source>&amp;Queues, the preferred first:</source>
        <translation>Colas, primero la prefer&amp;ida:</translation>
    </message>
    <message>
        <source>The &amp;library that keeps them:</source>
        <translation>Biblioteca que las &amp;mantiene:</translation>
    </message>
    <message>
        <source>Whichever it is</source>
        <translation>La que sea</translation>
    </message>
    <message>
        <source>Bucket of the queues' &amp;inputs:</source>
        <translation>Bucket &amp;de las entradas de las colas:</translation>
    </message>
    <message>
        <source>&amp;Bucket of the queues' outputs:</source>
        <translation>Buc&amp;ket de las salidas de las colas:</translation>
    </message>
    <message>
        <source>Address of the ser&amp;vice's database:</source>
        <translation>Dirección de la base de datos del ser&amp;vicio:</translation>
    </message>
    <message>
        <source>Password of t&amp;he service's database:</source>
        <translation>&amp;Contraseña de la base de datos del servicio:</translation>
    </message>
    <message>
        <source>&amp;Test the queues</source>
        <translation>&amp;Probar las colas</translation>
    </message>
    <message>
        <source>Each message is a GStreamer pipeline from one object of the object storage to another.</source>
        <translation>Cada mensaje es una canalización de GStreamer de un objeto del almacenamiento de objetos a otro.</translation>
    </message>
    <message>
        <source>Add&amp;ress of the RabbitMQ server:</source>
        <translation>Di&amp;rección del servidor RabbitMQ:</translation>
    </message>
    <message>
        <source>&amp;Password of the RabbitMQ server:</source>
        <translation>Co&amp;ntraseña del servidor RabbitMQ:</translation>
    </message>
    <message>
        <source>RabbitMQ's &amp;bucket of inputs and outputs:</source>
        <translation>Buc&amp;ket de RabbitMQ para entradas y salidas:</translation>
    </message>
    <message>
        <source>&amp;Test RabbitMQ</source>
        <translation>&amp;Probar RabbitMQ</translation>
    </message>
    <message>
        <source>Object storage</source>
        <translation>Almacenamiento de objetos</translation>
    </message>
    <message>
        <source>Amazon S3, MinIO, Ceph or another one that speaks their language.</source>
        <translation>Amazon S3, MinIO, Ceph u otro que hable su lenguaje.</translation>
    </message>
    <message>
        <source>Addr&amp;ess of the object storage:</source>
        <translation>Dirección del almac&amp;enamiento de objetos:</translation>
    </message>
    <message>
        <source>Access &amp;key of the object storage:</source>
        <translation>Clave de &amp;acceso del almacenamiento de objetos:</translation>
    </message>
    <message>
        <source>Secret ke&amp;y of the object storage:</source>
        <translation>Clave &amp;secreta del almacenamiento de objetos:</translation>
    </message>
    <message>
        <source>Re&amp;gion of the object storage:</source>
        <translation>Re&amp;gión del almacenamiento de objetos:</translation>
    </message>
    <message>
        <source>Ho&amp;w its URLs name a bucket:</source>
        <translation>Cómo n&amp;ombran sus URL un bucket:</translation>
    </message>
    <message>
        <source>In the path: http://server/bucket</source>
        <translation>En la ruta: http://server/bucket</translation>
    </message>
    <message>
        <source>Before the server: http://bucket.server</source>
        <translation>Antes del servidor: http://bucket.server</translation>
    </message>
    <message>
        <source>Test the &amp;object storage</source>
        <translation>Probar el almacenamiento de ob&amp;jetos</translation>
    </message>
</context>
<context>
    <name>SourceTitles</name>
    <message>
        <source>Orchestrator</source>
        <translation>Orquestador</translation>
    </message>
    <message>
        <source>Redis lists or streams</source>
        <translation>Listas o streams de Redis</translation>
    </message>
    <message>
        <source>Celery on Redis</source>
        <translation>Celery sobre Redis</translation>
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
        <translation>Iniciar Framehand en la &amp;bandeja del sistema al iniciar sesión</translation>
    </message>
    <message>
        <source>The app</source>
        <translation>La aplicación</translation>
    </message>
    <message>
        <source>The icon appears in the tray, and the app starts the daemon, which does the work, unless one runs already. Both end when you log out. This is written in %1</source>
        <translation>El icono aparece en la bandeja del sistema y la aplicación inicia el demonio, que hace el trabajo, salvo que ya haya uno en ejecución. Ambos terminan al cerrar la sesión. Este ajuste se guarda en %1</translation>
    </message>
    <message>
        <source>The daemon as a background service</source>
        <translation>El demonio como servicio en segundo plano</translation>
    </message>
    <message>
        <source>Open the first set&amp;up again...</source>
        <translation>Volver a abrir la config&amp;uración inicial...</translation>
    </message>
    <message>
        <source>Startup</source>
        <translation>Inicio automático</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>All videos are read below one folder, usually a share of a NAS that is mounted on this PC, and the finished packages are written below it.</source>
        <translation>Todos los vídeos se leen a partir de una sola carpeta, normalmente un recurso compartido de un NAS montado en este equipo, y los paquetes terminados se escriben también en ella.</translation>
    </message>
    <message>
        <source>&amp;Folder with the videos:</source>
        <translation>Carpeta de los &amp;vídeos:</translation>
    </message>
    <message>
        <source>&amp;Test reading, writing and renaming</source>
        <translation>&amp;Probar la lectura, la escritura y el cambio de nombre</translation>
    </message>
    <message>
        <source>&amp;Staging folder on a local disk:</source>
        <translation>Carpeta &amp;temporal en un disco local:</translation>
    </message>
    <message>
        <source>&amp;Keep free on both:</source>
        <translation>&amp;Mantener libre en ambas:</translation>
    </message>
    <message>
        <source>&amp;Pause when less is free in the staging folder:</source>
        <translation>Pau&amp;sar si en la carpeta temporal queda libre menos de:</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Almacenamiento</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>This will be changed</source>
        <translation>Cambios previstos</translation>
    </message>
    <message>
        <source>Nothing of it is done yet. Apply makes these changes and starts the work; Cancel changes nothing.</source>
        <translation>Todavía no se ha hecho nada. «Aplicar» realiza estos cambios e inicia el trabajo; «Cancelar» no cambia nada.</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>Ap&amp;licar</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>Todos los cambios</translation>
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
        <translation>Ninguno: todo está ya como se desea. El demonio se iniciará con estos ajustes.</translation>
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
        <translation>El informe es un único archivo de texto con:
• las versiones de Framehand y del sistema operativo
• la actividad actual del nodo de trabajo
• todos los ajustes, con direcciones y carpetas, pero sin contraseñas ni otros secretos
• lo que este equipo puede codificar
• los resultados del diagnóstico
• las últimas líneas del registro, en las que figuran nombres de archivos

Se guarda solo en este equipo; no se envía nada. Conviene revisarlo antes de dárselo a alguien.</translation>
    </message>
</context>
<context>
    <name>TestPanel</name>
    <message>
        <source>Testing...</source>
        <translation>Probando...</translation>
    </message>
</context>
<context>
    <name>ThisPcPage</name>
    <message>
        <source>Problem with the settings</source>
        <translation>Problema con los ajustes</translation>
    </message>
    <message>
        <source>This PC</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Procesador</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Graphics</source>
        <translation>Tarjeta gráfica</translation>
    </message>
    <message>
        <source>FFmpeg libraries</source>
        <translation>Bibliotecas de FFmpeg</translation>
    </message>
    <message>
        <source>Encoders, as measured by really encoding with them</source>
        <translation>Codificadores, medidos codificando de verdad</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>Codificadores</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Codificador</translation>
    </message>
    <message>
        <source>Codec</source>
        <translation>Códec</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Funciona</translation>
    </message>
    <message>
        <source>Frames a second at 720p</source>
        <translation>Fotogramas por segundo a 720p</translation>
    </message>
    <message>
        <source>Largest picture</source>
        <translation>Tamaño máximo de imagen</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Motivo del fallo</translation>
    </message>
    <message>
        <source>Why the encoders are not known</source>
        <translation>Motivo por el que no se conocen los codificadores</translation>
    </message>
    <message>
        <source>&amp;Measure again</source>
        <translation>Medir de nue&amp;vo</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>Progreso de la medición</translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>What happens now</source>
        <translation>Actividad actual</translation>
    </message>
    <message>
        <source>Everything that is needed is being examined; this can take a moment.</source>
        <translation>Se está examinando todo lo necesario; esto puede tardar un momento.</translation>
    </message>
    <message>
        <source>Why nothing could be examined</source>
        <translation>Motivo por el que no se ha podido examinar nada</translation>
    </message>
    <message>
        <source>&amp;Examine again</source>
        <translation>E&amp;xaminar de nuevo</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>&amp;Copiar como texto</translation>
    </message>
    <message>
        <source>The settings as they are now could not be started with, so the former ones are in use: %1</source>
        <translation>No se ha podido iniciar con los ajustes actuales, por lo que se usan los anteriores: %1</translation>
    </message>
    <message>
        <source>What was looked at</source>
        <translation>Elemento examinado</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Resultado del examen</translation>
    </message>
    <message>
        <source>What to do about it</source>
        <translation>Solución propuesta</translation>
    </message>
</context>
<context>
    <name>ThisPcWords</name>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n núcleo</numerusform>
            <numerusform>%n núcleos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>processor, cores</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>None found</source>
        <translation>Ninguna detectada</translation>
    </message>
    <message>
        <source>%1, driver %2</source>
        <translation>%1, controlador %2</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>width, height</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Trying %1 (%2 of %3)</source>
        <translation>Probando %1 (%2 de %3)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Orchestrator</source>
        <translation>Orquestador</translation>
    </message>
    <message>
        <source>Background service</source>
        <translation>Servicio en segundo plano</translation>
    </message>
    <message>
        <source>Share with the videos</source>
        <translation>Recurso compartido con los vídeos</translation>
    </message>
    <message>
        <source>Reading from the share</source>
        <translation>Lectura del recurso compartido</translation>
    </message>
    <message>
        <source>Writing to the share</source>
        <translation>Escritura en el recurso compartido</translation>
    </message>
    <message>
        <source>Space for unfinished videos</source>
        <translation>Espacio para los vídeos sin terminar</translation>
    </message>
    <message>
        <source>Space on the share</source>
        <translation>Espacio en el recurso compartido</translation>
    </message>
    <message>
        <source>Folder for unfinished videos</source>
        <translation>Carpeta de los vídeos sin terminar</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>Codificadores</translation>
    </message>
    <message>
        <source>Protection against harmful videos</source>
        <translation>Protección contra vídeos dañinos</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>Todo correcto</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Measure the encoders again</source>
        <translation>Medir de nuevo los codificadores</translation>
    </message>
    <message>
        <source>Change this setting...</source>
        <translation>Cambiar este ajuste...</translation>
    </message>
    <message>
        <source>Processor: %1</source>
        <translation>Procesador: %1</translation>
    </message>
    <message>
        <source>Memory: %1</source>
        <translation>Memoria: %1</translation>
    </message>
    <message>
        <source>Graphics: %1</source>
        <translation>Tarjeta gráfica: %1</translation>
    </message>
    <message>
        <source>FFmpeg libraries: %1</source>
        <translation>Bibliotecas de FFmpeg: %1</translation>
    </message>
    <message>
        <source>%1: does not work: %2</source>
        <translation>%1: no funciona: %2</translation>
    </message>
    <message>
        <source>%1: works, %2 frames a second at 720p</source>
        <translation>%1: funciona, %2 fotogramas por segundo a 720p</translation>
    </message>
    <message>
        <source>%1: works</source>
        <translation>%1: funciona</translation>
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
        <translation>To&amp;ken de acceso:</translation>
    </message>
    <message>
        <source>An orchestrator may ask for an access token. This PC shows it to its orchestrator; if it is the orchestrator itself, all others must show it.</source>
        <translation>Un orquestador puede exigir un token de acceso. Este equipo lo presenta a su orquestador; si él mismo es el orquestador, todos los demás deben presentarlo.</translation>
    </message>
    <message>
        <source>An access token has from %1 to %2 characters: letters, digits and -._~+/, and = at its end.</source>
        <translation>Un token de acceso tiene de %1 a %2 caracteres: letras, cifras y -._~+/, y = al final.</translation>
    </message>
    <message>
        <source>It is kept in your keychain and, because the daemon also works while nobody is logged in to unlock a keychain, in a file that only you can read: %1</source>
        <translation>Se guarda en su llavero y, como el demonio también trabaja cuando nadie ha iniciado sesión para desbloquear un llavero, en un archivo que solo usted puede leer: %1</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>&amp;Open Framehand</source>
        <translation>&amp;Abrir Framehand</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reanudar</translation>
    </message>
    <message>
        <source>&amp;Finish this job, then pause</source>
        <translation>&amp;Terminar la tarea y pausar</translation>
    </message>
    <message>
        <source>&amp;Ignore "in use" for 1 hour</source>
        <translation>&amp;Ignorar el uso del equipo 1 h</translation>
    </message>
    <message>
        <source>&amp;Heed "in use" again</source>
        <translation>&amp;Volver a tener en cuenta el uso</translation>
    </message>
    <message>
        <source>&amp;Start Framehand</source>
        <translation>I&amp;niciar Framehand</translation>
    </message>
    <message>
        <source>S&amp;ettings...</source>
        <translation>A&amp;justes...</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
</context>
<context>
    <name>WeekGridWidget</name>
    <message>
        <source>Hours of the week in which to work</source>
        <translation>Horas de la semana en las que trabajar</translation>
    </message>
    <message>
        <source>Drag over hours to allow them, or to forbid them again. With the keyboard: arrow keys, Shift to take more hours, Space to change them.</source>
        <translation>Arrastrar sobre las horas para permitirlas o volver a prohibirlas. Con el teclado: teclas de flecha, Mayús para ampliar la selección, Espacio para cambiarla.</translation>
    </message>
    <message>
        <source>%1, hour from %2: work is allowed</source>
        <translation>%1, hora desde %2: trabajo permitido</translation>
    </message>
    <message>
        <source>%1, hour from %2: work is allowed in a part of it</source>
        <translation>%1, hora desde %2: trabajo permitido en parte</translation>
    </message>
    <message>
        <source>%1, hour from %2: no work</source>
        <translation>%1, hora desde %2: sin trabajo</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome to Framehand</source>
        <translation>Le damos la bienvenida a Framehand</translation>
    </message>
    <message>
        <source>A few questions, and this PC turns videos into streams. Nothing is changed before you have seen a list of all changes.</source>
        <translation>Unas pocas preguntas y este equipo convertirá vídeos en flujos. No se cambia nada antes de mostrar la lista de todos los cambios.</translation>
    </message>
    <message>
        <source>This was found:</source>
        <translation>Se ha encontrado:</translation>
    </message>
    <message>
        <source>Daemon, which does the work</source>
        <translation>Demonio (hace el trabajo)</translation>
    </message>
    <message>
        <source>it is being started</source>
        <translation>iniciándose</translation>
    </message>
    <message>
        <source>it runs</source>
        <translation>en ejecución</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Archivo de configuración</translation>
    </message>
    <message>
        <source>%1 is there and is changed, line by line</source>
        <translation>%1 existe y se modificará línea por línea</translation>
    </message>
    <message>
        <source>%1 is made new</source>
        <translation>se creará %1</translation>
    </message>
    <message>
        <source>Shares of other machines</source>
        <translation>Recursos compartidos de otras máquinas</translation>
    </message>
    <message>
        <source>none is mounted on this PC</source>
        <translation>no hay ninguno montado en este equipo</translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>Start Framehand in the tray when I &amp;log in</source>
        <translation>Iniciar Framehand en la &amp;bandeja del sistema al iniciar sesión</translation>
    </message>
    <message>
        <source>Also work as a background &amp;service, without the app</source>
        <translation>Trabajar ta&amp;mbién como servicio en segundo plano, sin la aplicación</translation>
    </message>
    <message>
        <source>When may this PC work?</source>
        <translation>¿Cuándo puede trabajar este equipo?</translation>
    </message>
    <message>
        <source>Finer rules, and hours of the week, are in the settings.</source>
        <translation>En los ajustes hay reglas más detalladas y un horario semanal.</translation>
    </message>
    <message>
        <source>&amp;Whenever nobody uses it</source>
        <translation>&amp;Cuando nadie lo use</translation>
    </message>
    <message>
        <source>Work pauses within a second of the first key or movement, and goes on after five minutes without.</source>
        <translation>El trabajo se pausa antes de un segundo tras la primera tecla o el primer movimiento del ratón y se reanuda tras cinco minutos sin actividad.</translation>
    </message>
    <message>
        <source>Only at ni&amp;ght</source>
        <translation>Solo por la noc&amp;he</translation>
    </message>
    <message>
        <source>From 22:00 to 07:00, and only while nobody uses it.</source>
        <translation>De 22:00 a 07:00, y solo mientras nadie lo use.</translation>
    </message>
    <message>
        <source>&amp;Always</source>
        <translation>S&amp;iempre</translation>
    </message>
    <message>
        <source>Also while you use it, at the lowest priority. Games, full-screen programs and battery still pause it.</source>
        <translation>También mientras se usa, con la prioridad más baja. Los juegos, los programas a pantalla completa y el uso de la batería siguen pausando el trabajo.</translation>
    </message>
    <message>
        <source>Lea&amp;ve it as it is now</source>
        <translation>&amp;Dejarlo como está ahora</translation>
    </message>
    <message>
        <source>The hours and rules that are in the settings stay.</source>
        <translation>Se conservan el horario y las reglas de los ajustes.</translation>
    </message>
    <message>
        <source>What starts by itself</source>
        <translation>Inicio automático</translation>
    </message>
    <message>
        <source>It starts with the machine, and an administrator must agree. It needs the share by its name in the network, such as \\nas\videos, and often cannot use the graphics card; for a PC that somebody uses, the start at login above is the better choice.</source>
        <translation>Se inicia con el equipo, y un administrador tiene que aceptarlo. Necesita el recurso compartido por su nombre en la red, como \\nas\videos, y a menudo no puede usar la tarjeta gráfica; para un equipo que alguien usa, es mejor el inicio al entrar en la sesión, más arriba.</translation>
    </message>
</context>
</TS>
