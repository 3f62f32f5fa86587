<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr" sourcelanguage="en">
<context>
    <name>AdvancedPage</name>
    <message>
        <source>Back to the &amp;default</source>
        <translation>&amp;Varsayılana dön</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>&amp;Ara:</translation>
    </message>
    <message>
        <source>Other settings</source>
        <translation>Diğer ayarlar</translation>
    </message>
    <message>
        <source>What the chosen setting may be</source>
        <translation>Seçilen ayarın alabileceği değerler</translation>
    </message>
    <message>
        <source>Settings file: %1</source>
        <translation>Ayar dosyası: %1</translation>
    </message>
    <message>
        <source>Choose a setting to see what it may be. A double click or F2 changes its value.</source>
        <translation>Alabileceği değerleri görmek için bir ayar seçin. Değerini değiştirmek için çift tıklayın veya F2 tuşuna basın.</translation>
    </message>
    <message>
        <source>Decided by %1, which goes before the settings file.</source>
        <translation>Değeri %1 belirliyor; ayar dosyasından önceliklidir.</translation>
    </message>
    <message>
        <source>%1. Expected: %2.</source>
        <translation>%1. Beklenen: %2.</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Gelişmiş</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>As the desktop</source>
        <translation>Masaüstüyle aynı</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Açık</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Koyu</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Sistemle aynı</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>&amp;Renkler:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Dil:</translation>
    </message>
    <message>
        <source>Another language is shown from the next start of the app on.</source>
        <translation>Dil değişikliği, uygulama yeniden başlatıldığında geçerli olur.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Görünüm</translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>What the test found</source>
        <translation>Sınama sonucu</translation>
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
        <translation>İşleri bir &amp;orkestratör dağıtır</translation>
    </message>
    <message>
        <source>This PC is the orchestrator and works for &amp;itself</source>
        <translation>Orkestratör bu bilgisayardır ve &amp;kendisi için çalışır</translation>
    </message>
    <message>
        <source>Add&amp;ress of the orchestrator:</source>
        <translation>Orkestratörün ad&amp;resi:</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>Bağlantıyı &amp;sına</translation>
    </message>
    <message>
        <source>&amp;Listens on the address:</source>
        <translation>&amp;Dinlediği adres:</translation>
    </message>
    <message>
        <source>On the &amp;port:</source>
        <translation>&amp;Bağlantı noktası:</translation>
    </message>
    <message>
        <source>&amp;Name of this worker:</source>
        <translation>Bu işçinin &amp;adı:</translation>
    </message>
    <message>
        <source>127.0.0.1 is for this PC alone; 0.0.0.0 lets other PCs of your network work for it: those that know the access token below, or all if there is none.</source>
        <translation>127.0.0.1 yalnızca bu bilgisayar içindir; 0.0.0.0 ağınızdaki başka bilgisayarların da onun için çalışmasını sağlar: aşağıdaki erişim belirtecini bilenlerin, belirteç yoksa hepsinin.</translation>
    </message>
    <message>
        <source>The daemon that runs now was not started by this app. It becomes its own orchestrator with a restart if it is the service; if it was started as "framehandd worker", it does not.</source>
        <translation>Şu anda çalışan arka plan sürecini bu uygulama başlatmadı. Süreç hizmet olarak çalışıyorsa yeniden başlatılınca kendi orkestratörü olur; “framehandd worker” olarak başlatıldıysa olmaz.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Bağlantı</translation>
    </message>
    <message>
        <source>Other &amp;job sources...</source>
        <translation>Diğer iş kay&amp;nakları...</translation>
    </message>
    <message>
        <source>No orchestrator is asked for jobs. They come from: %1</source>
        <translation>Hiçbir orkestratörden iş istenmiyor. İşlerin geldiği yer: %1</translation>
    </message>
    <message>
        <source>Jobs come from these sources, and the first is preferred: %1</source>
        <translation>İşler şu kaynaklardan gelir, ilki yeğlenir: %1</translation>
    </message>
    <message>
        <source>Jobs can also come from Redis, Celery, BullMQ or RabbitMQ.</source>
        <translation>İşler Redis, Celery, BullMQ veya RabbitMQ'dan da gelebilir.</translation>
    </message>
</context>
<context>
    <name>FieldForm</name>
    <message>
        <source>Choose...</source>
        <translation>Seç...</translation>
    </message>
    <message>
        <source>Choose the folder: %1</source>
        <translation>Klasörü seç: %1</translation>
    </message>
    <message>
        <source>Decided by %1, which goes before the settings file.</source>
        <translation>Değeri %1 belirliyor; ayar dosyasından önceliklidir.</translation>
    </message>
    <message>
        <source>This version of the daemon does not know it.</source>
        <translation>Arka plan sürecinin bu sürümü bu ayarı tanımıyor.</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>not set</source>
        <translation>ayarlanmamış</translation>
    </message>
    <message>
        <source>starts at login</source>
        <translation>oturum açıldığında başlar</translation>
    </message>
    <message>
        <source>does not start at login</source>
        <translation>oturum açıldığında başlamaz</translation>
    </message>
    <message>
        <source>Background service of this user</source>
        <translation>Bu kullanıcının arka plan hizmeti</translation>
    </message>
    <message>
        <source>not installed by this setup</source>
        <translation>bu kurulumda kurulmadı</translation>
    </message>
    <message>
        <source>installed and started</source>
        <translation>kurulup başlatılacak</translation>
    </message>
    <message>
        <source>The settings are written into %1</source>
        <translation>Ayarlar şuraya yazıldı: %1</translation>
    </message>
    <message>
        <source>Framehand starts at the next login</source>
        <translation>Framehand bir sonraki oturum açılışında başlayacak</translation>
    </message>
    <message>
        <source>Framehand no longer starts at login</source>
        <translation>Framehand artık oturum açıldığında başlamayacak</translation>
    </message>
    <message>
        <source>The daemon starts with these settings</source>
        <translation>Arka plan süreci bu ayarlarla başlatıldı</translation>
    </message>
    <message>
        <source>The service is installed and runs</source>
        <translation>Hizmet kuruldu ve çalışıyor</translation>
    </message>
    <message>
        <source>Background service of this machine</source>
        <translation>Bu bilgisayarın arka plan hizmeti</translation>
    </message>
</context>
<context>
    <name>FirstRunWizard</name>
    <message>
        <source>Set up Framehand</source>
        <translation>Framehand kurulumu</translation>
    </message>
    <message>
        <source>Set up Framehand: %1</source>
        <translation>Framehand kurulumu: %1</translation>
    </message>
</context>
<context>
    <name>HistoryDetail</name>
    <message>
        <source>Job: %1</source>
        <translation>İş: %1</translation>
    </message>
    <message>
        <source>Video:</source>
        <translation>Video:</translation>
    </message>
    <message>
        <source>Result:</source>
        <translation>Sonuç:</translation>
    </message>
    <message>
        <source>Began:</source>
        <translation>Başlangıç:</translation>
    </message>
    <message>
        <source>Ended:</source>
        <translation>Bitiş:</translation>
    </message>
    <message>
        <source>Took, with pauses:</source>
        <translation>Süre (duraklamalar dahil):</translation>
    </message>
    <message>
        <source>Took, without pauses:</source>
        <translation>Süre (duraklamalar hariç):</translation>
    </message>
    <message>
        <source>Speed:</source>
        <translation>Hız:</translation>
    </message>
    <message>
        <source>Size before:</source>
        <translation>Önceki boyut:</translation>
    </message>
    <message>
        <source>Size after:</source>
        <translation>Sonraki boyut:</translation>
    </message>
    <message>
        <source>Made:</source>
        <translation>Oluşturulan sürümler:</translation>
    </message>
    <message>
        <source>Folder on the share:</source>
        <translation>Paylaşımdaki klasör:</translation>
    </message>
    <message>
        <source>Playlist:</source>
        <translation>Oynatma listesi:</translation>
    </message>
    <message>
        <source>Job's id:</source>
        <translation>İş kimliği:</translation>
    </message>
    <message>
        <source>Error:</source>
        <translation>Hata:</translation>
    </message>
    <message>
        <source>&amp;Cause:</source>
        <translation>&amp;Neden:</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Neden</translation>
    </message>
    <message>
        <source>Cause:</source>
        <translation>Neden:</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>K&amp;opyala</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between renditions</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Attempts:</source>
        <translation>Deneme sayısı:</translation>
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
        <translation>Sonuç</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Bitiş</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Süre</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Hız</translation>
    </message>
    <message>
        <source>Size before</source>
        <translation>Önceki boyut</translation>
    </message>
    <message>
        <source>Size after</source>
        <translation>Sonraki boyut</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Why the list is not up to date</source>
        <translation>Listenin güncel olmama nedeni</translation>
    </message>
    <message>
        <source>How many jobs are listed</source>
        <translation>Listelenen iş sayısı</translation>
    </message>
    <message>
        <source>What became of the last wish</source>
        <translation>Son işlemin sonucu</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>&amp;Ara:</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Ara</translation>
    </message>
    <message>
        <source>Words in the name, the id or the error</source>
        <translation>Addaki, kimlikteki veya hatadaki sözcükler</translation>
    </message>
    <message>
        <source>&amp;Result:</source>
        <translation>&amp;Sonuç:</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Sonuç</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tümü</translation>
    </message>
    <message>
        <source>Jobs that ended on this PC</source>
        <translation>Bu bilgisayarda sona eren işler</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>Ayrın&amp;tılar</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>K&amp;lasörü aç</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Oynat</translation>
    </message>
    <message>
        <source>&amp;Export as CSV...</source>
        <translation>CSV olarak &amp;dışa aktar...</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n iş</numerusform>
        </translation>
    </message>
    <message>
        <source>No job is like this.</source>
        <translation>Bu ölçütlere uyan iş yok.</translation>
    </message>
    <message>
        <source>No job has ended on this PC yet.</source>
        <translation>Bu bilgisayarda henüz sona eren iş yok.</translation>
    </message>
    <message>
        <source>"%1" waits for its turn again.</source>
        <translation>“%1” yeniden sırasını bekliyor.</translation>
    </message>
    <message>
        <source>"%1" cannot be tried again: %2</source>
        <translation>“%1” yeniden denenemiyor: %2</translation>
    </message>
    <message>
        <source>The folder %1 cannot be opened.</source>
        <translation>%1 klasörü açılamıyor.</translation>
    </message>
    <message>
        <source>No program could be found that plays %1.</source>
        <translation>%1 dosyasını oynatabilecek bir program bulunamadı.</translation>
    </message>
    <message>
        <source>Export the jobs that are listed</source>
        <translation>Listelenen işleri dışa aktar</translation>
    </message>
    <message>
        <source>The jobs cannot be exported: %1</source>
        <translation>İşler dışa aktarılamıyor: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) exported to %1</source>
        <translation>
            <numerusform>%n iş şuraya aktarıldı: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2</source>
        <translation>%1 dosyası yazılamıyor: %2</translation>
    </message>
    <message>
        <source>Try aga&amp;in</source>
        <translation>&amp;Yeniden dene</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>Finished</source>
        <translation>Tamamlandı</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Başarısız</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>İptal edildi</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Geri verildi</translation>
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
        <translation>Çalışmayı şu anda yalnızca siz duraklatırsınız: aşağıdaki kurallar kapalı.</translation>
    </message>
    <message>
        <source>&amp;Leave this PC alone while somebody needs it</source>
        <translation>Bilgisayara gereksinim varken onu &amp;rahat bırak</translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <translation>Haftanın saatleri</translation>
    </message>
    <message>
        <source>Hours of the week: %1</source>
        <translation>Haftanın saatleri: %1</translation>
    </message>
    <message>
        <source>Al&amp;ways</source>
        <translation>Her &amp;zaman</translation>
    </message>
    <message>
        <source>&amp;Nights only</source>
        <translation>Yalnızca &amp;geceleri</translation>
    </message>
    <message>
        <source>Nights and wee&amp;kends</source>
        <translation>Geceleri ve &amp;hafta sonları</translation>
    </message>
    <message>
        <source>&amp;In words of the settings file:</source>
        <translation>&amp;Ayar dosyasındaki yazımı:</translation>
    </message>
    <message>
        <source>What pauses work</source>
        <translation>Çalışmayı duraklatan durumlar</translation>
    </message>
    <message>
        <source>Pause while keyboard or mouse are in &amp;use</source>
        <translation>&amp;Klavye veya fare kullanılırken duraklat</translation>
    </message>
    <message>
        <source>Time without in&amp;put until work goes on:</source>
        <translation>Devam etmek için gereken girdi&amp;siz süre:</translation>
    </message>
    <message>
        <source>Pause while a program fills the &amp;screen or a game runs</source>
        <translation>Bir program &amp;ekranı kaplarken veya oyun çalışırken duraklat</translation>
    </message>
    <message>
        <source>Pause while this PC runs on &amp;battery</source>
        <translation>Bilgisayar &amp;pille çalışırken duraklat</translation>
    </message>
    <message>
        <source>Pause while the power sa&amp;ver is on</source>
        <translation>Güç tasarru&amp;fu açıkken duraklat</translation>
    </message>
    <message>
        <source>Pause while the network is &amp;metered</source>
        <translation>&amp;Tarifeli ağ kullanılırken duraklat</translation>
    </message>
    <message>
        <source>Pause when o&amp;ther programs use more of the processor than:</source>
        <translation>&amp;Diğer programların işlemci kullanımı bunu aşınca duraklat:</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sınır yok</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Pause when the processor is &amp;hotter than:</source>
        <translation>İşlemci sı&amp;caklığı bunu aşınca duraklat:</translation>
    </message>
    <message>
        <source> °C</source>
        <translation> °C</translation>
    </message>
    <message>
        <source>Programs that pause work while they run</source>
        <translation>Çalıştıkları sürece duraklatılacak programlar</translation>
    </message>
    <message>
        <source>P&amp;rograms:</source>
        <translation>Pr&amp;ogramlar:</translation>
    </message>
    <message>
        <source>Choose from the programs that run n&amp;ow...</source>
        <translation>Ça&amp;lışan programlardan seç...</translation>
    </message>
    <message>
        <source>When to work</source>
        <translation>Çalışma zamanı</translation>
    </message>
</context>
<context>
    <name>JobSourcesPage</name>
    <message>
        <source>&amp;Set up object storage...</source>
        <translation>Nesne dep&amp;olamayı ayarla...</translation>
    </message>
    <message>
        <source>Jobs come from all sources that are checked. The upper ones are asked first.</source>
        <translation>İşler, işaretli bütün kaynaklardan gelir. Önce üsttekilere sorulur.</translation>
    </message>
    <message>
        <source>It hands out jobs to many PCs. Where it is, or that this PC is its own, is said on the page Connection.</source>
        <translation>İşleri birçok bilgisayara dağıtır. Nerede olduğu ya da bu bilgisayarın kendisi olduğu “Bağlantı” sayfasında belirtilir.</translation>
    </message>
    <message>
        <source>Open the page &amp;Connection</source>
        <translation>“Bağlantı” &amp;sayfasını aç</translation>
    </message>
    <message>
        <source>Passwords and keys are kept in your keychain and, because the daemon also works while nobody is logged in to unlock a keychain, in files that only you can read: %1</source>
        <translation>Parolalar ve anahtarlar anahtarlığınızda ve, arka plan süreci anahtarlığın kilidini açacak kimse oturum açmamışken de çalıştığı için, yalnızca sizin okuyabildiğiniz dosyalarda tutulur: %1</translation>
    </message>
    <message>
        <source>What passwords and keys the daemon has cannot be read: %1</source>
        <translation>Arka plan sürecinde hangi parolaların ve anahtarların bulunduğu okunamıyor: %1</translation>
    </message>
    <message>
        <source>Job sources</source>
        <translation>İş kaynakları</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Log</source>
        <translation>Günlük</translation>
    </message>
    <message>
        <source>What became of the last wish</source>
        <translation>Son işlemin sonucu</translation>
    </message>
    <message>
        <source>&amp;Level:</source>
        <translation>&amp;Düzey:</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Düzey</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Her şey</translation>
    </message>
    <message>
        <source>Without details</source>
        <translation>Ayrıntılar olmadan</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Uyarılar ve hatalar</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Hatalar</translation>
    </message>
    <message>
        <source>&amp;Job:</source>
        <translation>İ&amp;ş:</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>İş</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tümü</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Takip et</translation>
    </message>
    <message>
        <source>Keep the newest line in sight</source>
        <translation>En yeni satırı görünür tut</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>K&amp;opyala</translation>
    </message>
    <message>
        <source>What is selected, or everything that is shown</source>
        <translation>Seçili metin veya görüntülenen her şey</translation>
    </message>
    <message>
        <source>Save a re&amp;port...</source>
        <translation>Ra&amp;por kaydet...</translation>
    </message>
    <message numerus="yes">
        <source>(%n line(s) are missing here)</source>
        <translation>
            <numerusform>(burada %n satır eksik)</numerusform>
        </translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation>Rapor kaydet</translation>
    </message>
    <message>
        <source>The report is being made...</source>
        <translation>Rapor hazırlanıyor...</translation>
    </message>
    <message>
        <source>The report is in %1</source>
        <translation>Rapor şuraya kaydedildi: %1</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2</source>
        <translation>%1 dosyası yazılamıyor: %2</translation>
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
        <translation>Pencereyi &amp;kapat</translation>
    </message>
    <message>
        <source>&amp;Quit Framehand</source>
        <translation>Framehand'den &amp;çık</translation>
    </message>
    <message>
        <source>&amp;Settings...</source>
        <translation>&amp;Ayarlar...</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Sayfalar</translation>
    </message>
    <message>
        <source>&amp;Now</source>
        <translation>Ş&amp;imdi</translation>
    </message>
    <message>
        <source>Histor&amp;y</source>
        <translation>&amp;Geçmiş</translation>
    </message>
    <message>
        <source>Lo&amp;g</source>
        <translation>Günlü&amp;k</translation>
    </message>
    <message>
        <source>&amp;This PC</source>
        <translation>Bu bilgisaya&amp;r</translation>
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
        <translation>Bu bilgisayar neler yapabilir?</translation>
    </message>
    <message>
        <source>Each encoder of this PC, also of its graphics card, really encodes some pictures. You need not wait for it.</source>
        <translation>Ekran kartındakiler dahil, bu bilgisayarın her kodlayıcısı gerçekten birkaç kare kodlar. Bitmesini beklemeniz gerekmez.</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>Ölçümün ilerlemesi</translation>
    </message>
    <message>
        <source>What is measured now</source>
        <translation>Şu anda ölçülen</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>Ölçüm sonuçları</translation>
    </message>
    <message>
        <source>Measuring...</source>
        <translation>Ölçülüyor...</translation>
    </message>
    <message>
        <source>Measuring %1...</source>
        <translation>%1 ölçülüyor...</translation>
    </message>
    <message>
        <source>It could not be measured: %1</source>
        <translation>Ölçülemedi: %1</translation>
    </message>
    <message>
        <source>Measured.</source>
        <translation>Ölçüldü.</translation>
    </message>
    <message>
        <source>%1: %2 pictures a second at 1280 x 720</source>
        <translation>%1: 1280 x 720 çözünürlükte saniyede %2 kare</translation>
    </message>
    <message>
        <source>%1: works</source>
        <translation>%1: çalışıyor</translation>
    </message>
    <message>
        <source>No video encoder works on this PC.</source>
        <translation>Bu bilgisayarda çalışan bir video kodlayıcı yok.</translation>
    </message>
</context>
<context>
    <name>NasPage</name>
    <message>
        <source>&amp;Use this folder all the same</source>
        <translation>Yine de bu klasörü k&amp;ullan</translation>
    </message>
    <message>
        <source>Where are the videos?</source>
        <translation>Videolar nerede?</translation>
    </message>
    <message>
        <source>All videos are read below one folder, and the finished packages are written below it: usually a share of a NAS that is mounted on this PC.</source>
        <translation>Tüm videolar tek bir klasörün altından okunur, tamamlanan paketler de onun altına yazılır: genellikle bu bilgisayara bağlanmış bir NAS paylaşımı.</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Klasör:</translation>
    </message>
    <message>
        <source>&amp;Choose...</source>
        <translation>&amp;Seç...</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Klasörü seç</translation>
    </message>
    <message>
        <source>&amp;Test reading, writing and renaming</source>
        <translation>&amp;Okuma, yazma ve yeniden adlandırmayı sına</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Framehand needs you</source>
        <translation>Framehand ilginizi bekliyor</translation>
    </message>
    <message>
        <source>A video</source>
        <translation>Bir video</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 başarısız oldu</translation>
    </message>
    <message>
        <source>%1 is finished</source>
        <translation>%1 tamamlandı</translation>
    </message>
    <message>
        <source>It is in its place and can be played.</source>
        <translation>Yerine kopyalandı, oynatılabilir.</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>Notify me when a job is &amp;finished</source>
        <translation>Bir iş &amp;tamamlandığında bildirim göster</translation>
    </message>
    <message>
        <source>Notify me when a job has fai&amp;led, with its cause</source>
        <translation>Bir iş başarısız olduğunda ned&amp;eniyle birlikte bildirim göster</translation>
    </message>
    <message>
        <source>Notify me when somebody is &amp;needed, as when the folder with the videos is away</source>
        <translation>&amp;Müdahale gerektiğinde, örneğin video klasörüne erişilemediğinde bildirim göster</translation>
    </message>
    <message>
        <source>Show a &amp;test notification</source>
        <translation>&amp;Sınama bildirimi göster</translation>
    </message>
    <message>
        <source>This is a test</source>
        <translation>Bu bir sınamadır</translation>
    </message>
    <message>
        <source>Notifications of Framehand arrive.</source>
        <translation>Framehand bildirimleri size ulaşıyor.</translation>
    </message>
    <message>
        <source>Nothing appears? Then the desktop shows no notifications now: it may be in a mode in which it does not disturb.</source>
        <translation>Bir şey görünmüyor mu? Masaüstü şu anda bildirim göstermiyor demektir: rahatsız etmeme kipi açık olabilir.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Bildirimler</translation>
    </message>
</context>
<context>
    <name>NowPage</name>
    <message>
        <source>What was refused</source>
        <translation>Reddedilen istek</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Son hata</translation>
    </message>
    <message>
        <source>Jobs since the start</source>
        <translation>Başlangıçtan bu yana işler</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>What happens now</source>
        <translation>Şu anda olan</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Sırada ne var</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>File of the video</source>
        <translation>Video dosyası</translation>
    </message>
    <message>
        <source>What is made of it</source>
        <translation>Oluşturulan sürümler</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>İlerleme</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Kalan süre</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>Saniyedeki kare sayısı</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Hız</translation>
    </message>
    <message>
        <source>Frames a second over time</source>
        <translation>Saniyedeki kare sayısının zamanla değişimi</translation>
    </message>
    <message>
        <source>Speed over time</source>
        <translation>Hızın zamanla değişimi</translation>
    </message>
    <message>
        <source>What the job takes of this PC</source>
        <translation>İşin bu bilgisayarda kullandığı kaynaklar</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Duraklat</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Sürdür</translation>
    </message>
    <message>
        <source>&amp;Finish this job, then pause</source>
        <translation>&amp;Bu işi bitir, sonra duraklat</translation>
    </message>
    <message>
        <source>&amp;Ignore "in use" for 1 hour</source>
        <translation>“Kullanımda” durumunu 1 saat &amp;yok say</translation>
    </message>
    <message>
        <source>&amp;Heed "in use" again</source>
        <translation>“Kullanımda” durumunu ye&amp;niden dikkate al</translation>
    </message>
    <message>
        <source>&amp;Start Framehand</source>
        <translation>Framehand'i baş&amp;lat</translation>
    </message>
    <message>
        <source>Jobs since the start: finished %1, failed %2</source>
        <translation>Başlangıçtan bu yana işler: tamamlanan %1, başarısız olan %2</translation>
    </message>
    <message>
        <source>Last error: %1</source>
        <translation>Son hata: %1</translation>
    </message>
</context>
<context>
    <name>OrchestratorPage</name>
    <message>
        <source>&amp;This PC alone: it hands out its jobs itself</source>
        <translation>&amp;Yalnızca bu bilgisayar: işlerini kendisi dağıtır</translation>
    </message>
    <message>
        <source>An &amp;orchestrator in the network</source>
        <translation>Ağdaki bir &amp;orkestratör</translation>
    </message>
    <message>
        <source>Where do the jobs come from?</source>
        <translation>İşler nereden gelsin?</translation>
    </message>
    <message>
        <source>An orchestrator hands out jobs to many PCs. If you have none, this PC does it for itself.</source>
        <translation>Orkestratör, birçok bilgisayara iş dağıtır. Orkestratörünüz yoksa bu bilgisayar bunu kendisi için yapar.</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Adres:</translation>
    </message>
    <message>
        <source>T&amp;est the connection</source>
        <translation>Bağlantıyı &amp;sına</translation>
    </message>
</context>
<context>
    <name>PauseMenu</name>
    <message>
        <source>For &amp;15 minutes</source>
        <translation>&amp;15 dakika</translation>
    </message>
    <message>
        <source>For 1 &amp;hour</source>
        <translation>1 &amp;saat</translation>
    </message>
    <message>
        <source>Until &amp;tomorrow, %1</source>
        <translation>&amp;Yarın %1 saatine kadar</translation>
    </message>
    <message>
        <source>Until I &amp;resume</source>
        <translation>Ben sürdürene &amp;kadar</translation>
    </message>
</context>
<context>
    <name>PerformancePage</name>
    <message>
        <source>Processor &amp;cores for transcoding:</source>
        <translation>Dönüştürme için işlemci çe&amp;kirdekleri:</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tümü</translation>
    </message>
    <message>
        <source>Most &amp;memory of a job:</source>
        <translation>İş başına en fazla &amp;bellek:</translation>
    </message>
    <message>
        <source>&amp;Priority:</source>
        <translation>Ö&amp;ncelik:</translation>
    </message>
    <message>
        <source>Only what nobody else wants</source>
        <translation>Yalnızca başkalarının kullanmadığı kadar</translation>
    </message>
    <message>
        <source>As any program: for a PC that does nothing else</source>
        <translation>Diğer programlar gibi: yalnızca bu işi yapan bilgisayarlar için</translation>
    </message>
    <message>
        <source>Keep this PC a&amp;wake while a job runs</source>
        <translation>İş sürerken bilgisayarı &amp;uyanık tut</translation>
    </message>
    <message>
        <source>&amp;Encoders:</source>
        <translation>Ko&amp;dlayıcılar:</translation>
    </message>
    <message>
        <source>As measured, a graphics card included</source>
        <translation>Ölçüme göre, ekran kartı dahil</translation>
    </message>
    <message>
        <source>The processor alone, never a graphics card</source>
        <translation>Yalnızca işlemci, ekran kartı hiç kullanılmaz</translation>
    </message>
    <message>
        <source>Encoders are chosen by measuring: what this PC encodes fastest at the same quality is used.</source>
        <translation>Kodlayıcılar ölçülerek seçilir: bu bilgisayarda aynı kalitede en hızlı olan kullanılır.</translation>
    </message>
    <message>
        <source>%1 of %2 cores of this PC: %3 % of its processor.</source>
        <translation>Bu bilgisayarın %2 çekirdeğinden %1 tanesi: işlemci payı %%3.</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Performans</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>Newest picture of the video</source>
        <translation>Videonun en yeni görüntüsü</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>Henüz görüntü yok</translation>
    </message>
</context>
<context>
    <name>ProgramPicker</name>
    <message>
        <source>Programs that pause work</source>
        <translation>Çalışmayı duraklatan programlar</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>&amp;Ara:</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programlar</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Making the changes</source>
        <translation>Değişiklikler uygulanıyor</translation>
    </message>
    <message>
        <source>One after the other, as they were listed.</source>
        <translation>Listelendikleri sırayla, birbiri ardına.</translation>
    </message>
    <message>
        <source>Please wait...</source>
        <translation>Lütfen bekleyin...</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Tamam</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Başarısız</translation>
    </message>
    <message>
        <source>Framehand is ready. All of it can be changed in the settings.</source>
        <translation>Framehand hazır. Bunların tümü ayarlardan değiştirilebilir.</translation>
    </message>
    <message>
        <source>The steps after that were not done. The first setup can be opened again from the settings, on the page Startup.</source>
        <translation>Sonraki adımlar yapılmadı. İlk kurulum, ayarların “Başlangıç” sayfasından yeniden açılabilir.</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show</source>
        <translation>Göster</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Kaldır</translation>
    </message>
    <message>
        <source>Use the one in the keychain</source>
        <translation>Anahtarlıktakini kullan</translation>
    </message>
    <message>
        <source>Show what is typed: %1</source>
        <translation>Yazılanı göster: %1</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>Kaldır: %1</translation>
    </message>
    <message>
        <source>Use the one in the keychain: %1</source>
        <translation>Anahtarlıktakini kullan: %1</translation>
    </message>
    <message>
        <source>The keychain cannot be read: %1</source>
        <translation>Anahtarlık okunamıyor: %1</translation>
    </message>
    <message>
        <source>Not set.</source>
        <translation>Ayarlanmamış.</translation>
    </message>
    <message>
        <source>Not set, but your keychain has one for this address.</source>
        <translation>Ayarlanmamış, ancak anahtarlığınızda bu adres için bir kayıt var.</translation>
    </message>
    <message>
        <source>Apply removes it from the keychain and from the file.</source>
        <translation>“Uygula”, bunu anahtarlıktan ve dosyadan kaldırır.</translation>
    </message>
    <message>
        <source>Set. What is typed here takes its place.</source>
        <translation>Ayarlanmış. Buraya yazılan onun yerini alır.</translation>
    </message>
    <message>
        <source>It is a credential that the service manager hands over. It can be changed only there.</source>
        <translation>Hizmet yöneticisinin verdiği bir kimlik bilgisidir. Yalnızca orada değiştirilebilir.</translation>
    </message>
    <message>
        <source>The environment of the daemon has it. It can be changed only there.</source>
        <translation>Arka plan sürecinin ortam değişkenlerinde bulunuyor. Yalnızca orada değiştirilebilir.</translation>
    </message>
    <message>
        <source>This version of the daemon keeps no such secret.</source>
        <translation>Arka plan sürecinin bu sürümü böyle bir gizli bilgi saklamıyor.</translation>
    </message>
    <message>
        <source>No keychain could take it, so it is kept in the file alone: %1</source>
        <translation>Hiçbir anahtarlık bunu alamadı; bu yüzden yalnızca dosyada tutuluyor: %1</translation>
    </message>
    <message>
        <source>It could not be removed from the keychain: %1</source>
        <translation>Anahtarlıktan kaldırılamadı: %1</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Framehand is not set up yet: it does not know where the videos are</source>
        <translation>Framehand henüz ayarlanmadı: videoların nerede olduğu bilinmiyor</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%%1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 kaldı</translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation>%1 fps</translation>
    </message>
    <message>
        <source>%1 times as fast as it plays</source>
        <translation>Oynatma hızının %1 katı</translation>
    </message>
    <message>
        <source>Preparing %1</source>
        <translation>Hazırlanıyor: %1</translation>
    </message>
    <message>
        <source>Preparing a video</source>
        <translation>Video hazırlanıyor</translation>
    </message>
    <message>
        <source>Copying %1 to its place</source>
        <translation>Yerine kopyalanıyor: %1</translation>
    </message>
    <message>
        <source>Copying a video to its place</source>
        <translation>Video yerine kopyalanıyor</translation>
    </message>
    <message>
        <source>Reporting the end of %1</source>
        <translation>Bittiği bildiriliyor: %1</translation>
    </message>
    <message>
        <source>Reporting the end of a job</source>
        <translation>İşin bittiği bildiriliyor</translation>
    </message>
    <message>
        <source>Transcoding %1</source>
        <translation>Dönüştürülüyor: %1</translation>
    </message>
    <message>
        <source>Transcoding a video</source>
        <translation>Video dönüştürülüyor</translation>
    </message>
    <message>
        <source>you are using this PC</source>
        <translation>bu bilgisayarı kullanıyorsunuz</translation>
    </message>
    <message>
        <source>nobody can tell whether this PC is in use</source>
        <translation>bu bilgisayarın kullanımda olup olmadığı anlaşılamıyor</translation>
    </message>
    <message>
        <source>a program fills the screen</source>
        <translation>bir program ekranı kaplıyor</translation>
    </message>
    <message>
        <source>a game runs</source>
        <translation>bir oyun çalışıyor</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 çalışıyor</translation>
    </message>
    <message>
        <source>other programs need the processor</source>
        <translation>diğer programların işlemciye gereksinimi var</translation>
    </message>
    <message>
        <source>on battery</source>
        <translation>pille çalışıyor</translation>
    </message>
    <message>
        <source>the power saver is on</source>
        <translation>güç tasarrufu açık</translation>
    </message>
    <message>
        <source>outside the hours for work</source>
        <translation>çalışma saatleri dışında</translation>
    </message>
    <message>
        <source>the network is metered</source>
        <translation>tarifeli ağ kullanılıyor</translation>
    </message>
    <message>
        <source>this PC is too hot</source>
        <translation>bu bilgisayar çok ısındı</translation>
    </message>
    <message>
        <source>this PC is too hot (%1)</source>
        <translation>bu bilgisayar çok ısındı (%1)</translation>
    </message>
    <message>
        <source>the disk for unfinished work is nearly full</source>
        <translation>yarım kalan işlerin diski neredeyse dolu</translation>
    </message>
    <message>
        <source>for a reason that this version does not know</source>
        <translation>bu sürümün tanımadığı bir nedenle</translation>
    </message>
    <message>
        <source>Goes on after %1 without input</source>
        <translation>%1 boyunca girdi olmazsa devam eder</translation>
    </message>
    <message>
        <source>Goes on once it can be told whether this PC is in use</source>
        <translation>Bu bilgisayarın kullanımda olup olmadığı anlaşılabildiğinde devam eder</translation>
    </message>
    <message>
        <source>Goes on after the full screen is left</source>
        <translation>Tam ekrandan çıkılınca devam eder</translation>
    </message>
    <message>
        <source>Goes on %1 after the full screen is left</source>
        <translation>Tam ekrandan çıkıldıktan %1 sonra devam eder</translation>
    </message>
    <message>
        <source>Goes on after the game ends</source>
        <translation>Oyun kapanınca devam eder</translation>
    </message>
    <message>
        <source>Goes on %1 after the game ends</source>
        <translation>Oyun kapandıktan %1 sonra devam eder</translation>
    </message>
    <message>
        <source>Goes on after the program ends</source>
        <translation>Program kapanınca devam eder</translation>
    </message>
    <message>
        <source>Goes on %1 after the program ends</source>
        <translation>Program kapandıktan %1 sonra devam eder</translation>
    </message>
    <message>
        <source>Goes on when the other programs are done</source>
        <translation>Diğer programların işi bitince devam eder</translation>
    </message>
    <message>
        <source>Goes on %1 after the other programs are done</source>
        <translation>Diğer programların işi bittikten %1 sonra devam eder</translation>
    </message>
    <message>
        <source>Goes on when this PC is plugged in</source>
        <translation>Bu bilgisayar fişe takılınca devam eder</translation>
    </message>
    <message>
        <source>Goes on %1 after this PC is plugged in</source>
        <translation>Bu bilgisayar fişe takıldıktan %1 sonra devam eder</translation>
    </message>
    <message>
        <source>Goes on when the power saver is switched off</source>
        <translation>Güç tasarrufu kapatılınca devam eder</translation>
    </message>
    <message>
        <source>Goes on %1 after the power saver is switched off</source>
        <translation>Güç tasarrufu kapatıldıktan %1 sonra devam eder</translation>
    </message>
    <message>
        <source>Goes on once hours for work are set</source>
        <translation>Çalışma saatleri belirlenince devam eder</translation>
    </message>
    <message>
        <source>Goes on with another network</source>
        <translation>Başka bir ağa geçilince devam eder</translation>
    </message>
    <message>
        <source>Goes on %1 after another network is used</source>
        <translation>Başka bir ağa geçildikten %1 sonra devam eder</translation>
    </message>
    <message>
        <source>Goes on when this PC has cooled down</source>
        <translation>Bu bilgisayar soğuyunca devam eder</translation>
    </message>
    <message>
        <source>Goes on %1 after this PC has cooled down</source>
        <translation>Bu bilgisayar soğuduktan %1 sonra devam eder</translation>
    </message>
    <message>
        <source>Goes on when there is space on the disk</source>
        <translation>Diskte yer açılınca devam eder</translation>
    </message>
    <message>
        <source>Goes on %1 after there is space on the disk</source>
        <translation>Diskte yer açıldıktan %1 sonra devam eder</translation>
    </message>
    <message>
        <source>Goes on: %1</source>
        <extracomment>%1 is the daemon's own English, for a reason that is newer than this program</extracomment>
        <translation>Devam koşulu: %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Bekliyor</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>Bekliyor: %1</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between causes</comment>
        <translation>; </translation>
    </message>
    <message>
        <source>Waiting: the orchestrator at %1 does not answer</source>
        <translation>Bekliyor: %1 adresindeki orkestratör yanıt vermiyor</translation>
    </message>
    <message>
        <source>Paused by you</source>
        <translation>Siz duraklattınız</translation>
    </message>
    <message>
        <source>Framehand cannot run</source>
        <translation>Framehand çalışamıyor</translation>
    </message>
    <message>
        <source>Cannot work</source>
        <translation>Çalışılamıyor</translation>
    </message>
    <message>
        <source>Framehand is starting</source>
        <translation>Framehand başlatılıyor</translation>
    </message>
    <message>
        <source>Framehand does not run</source>
        <translation>Framehand çalışmıyor</translation>
    </message>
    <message>
        <source>This PC hands out jobs and takes none itself</source>
        <translation>Bu bilgisayar iş dağıtıyor, kendisi iş almıyor</translation>
    </message>
    <message>
        <source>Finding out what this PC can do</source>
        <translation>Bu bilgisayarın neler yapabildiği belirleniyor</translation>
    </message>
    <message>
        <source>Ready, there is no job</source>
        <translation>Hazır, iş yok</translation>
    </message>
    <message>
        <source>Then paused until %1</source>
        <comment>a time of day</comment>
        <translation>Ardından %1 saatine kadar duraklatılır</translation>
    </message>
    <message>
        <source>Then paused until tomorrow, %1</source>
        <translation>Ardından yarın %1 saatine kadar duraklatılır</translation>
    </message>
    <message>
        <source>Then paused until %1</source>
        <comment>a date with a time</comment>
        <translation>Ardından %1 tarihine kadar duraklatılır</translation>
    </message>
    <message>
        <source>Then paused until you resume</source>
        <translation>Ardından siz sürdürene kadar duraklatılır</translation>
    </message>
    <message>
        <source>Then it pauses</source>
        <translation>Ardından duraklatılır</translation>
    </message>
    <message>
        <source>Until %1</source>
        <comment>a time of day</comment>
        <translation>%1 saatine kadar</translation>
    </message>
    <message>
        <source>Until tomorrow, %1</source>
        <translation>Yarın %1 saatine kadar</translation>
    </message>
    <message>
        <source>Until %1</source>
        <comment>a date with a time</comment>
        <translation>%1 tarihine kadar</translation>
    </message>
    <message>
        <source>Until you resume</source>
        <translation>Siz sürdürene kadar</translation>
    </message>
    <message>
        <source>Paused by you until %1</source>
        <comment>a time of day</comment>
        <translation>Siz duraklattınız (%1 saatine kadar)</translation>
    </message>
    <message>
        <source>Paused by you until tomorrow, %1</source>
        <translation>Siz duraklattınız (yarın %1 saatine kadar)</translation>
    </message>
    <message>
        <source>Paused by you until %1</source>
        <comment>a date with a time</comment>
        <translation>Siz duraklattınız (%1 tarihine kadar)</translation>
    </message>
    <message>
        <source>Paused by you until you resume</source>
        <translation>Siz duraklattınız (siz sürdürene kadar)</translation>
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
        <translation>Bir işlemci çekirdeğinin %1 kadarını ve %2 bellek kullanıyor</translation>
    </message>
    <message>
        <source>Takes %1 of a processor core and %2 of memory; the GPU is %3 busy</source>
        <translation>Bir işlemci çekirdeğinin %1 kadarını ve %2 bellek kullanıyor; GPU kullanımı: %3</translation>
    </message>
</context>
<context>
    <name>ServicePanel</name>
    <message>
        <source>A background service works without the app: it starts at login, without icon and window, is started again after a crash, and goes on when the app is closed. The app then only shows what it does.</source>
        <translation>Arka plan hizmeti uygulama olmadan çalışır: oturum açıldığında simgesiz ve penceresiz başlar, çökerse yeniden başlatılır ve uygulama kapatılınca da çalışmayı sürdürür. Bu durumda uygulama yalnızca hizmetin ne yaptığını gösterir.</translation>
    </message>
    <message>
        <source>How the service stands</source>
        <translation>Hizmetin durumu</translation>
    </message>
    <message>
        <source>&amp;Install the service</source>
        <translation>Hizmeti &amp;kur</translation>
    </message>
    <message>
        <source>&amp;Remove the service</source>
        <translation>Hizmeti k&amp;aldır</translation>
    </message>
    <message>
        <source>Start it no&amp;w</source>
        <translation>Şi&amp;mdi başlat</translation>
    </message>
    <message>
        <source>S&amp;top it now</source>
        <translation>Şimdi &amp;durdur</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Sonuç</translation>
    </message>
    <message>
        <source>Please wait...</source>
        <translation>Lütfen bekleyin...</translation>
    </message>
    <message>
        <source>Asking the service manager...</source>
        <translation>Hizmet yöneticisine soruluyor...</translation>
    </message>
    <message>
        <source>A service cannot be used here: %1</source>
        <translation>Burada hizmet kullanılamıyor: %1</translation>
    </message>
    <message>
        <source>The service is installed and does not run now.</source>
        <translation>Hizmet kurulu, ancak şu anda çalışmıyor.</translation>
    </message>
    <message>
        <source>The service is not installed.</source>
        <translation>Hizmet kurulu değil.</translation>
    </message>
    <message>
        <source>The service is starting.</source>
        <translation>Hizmet başlatılıyor.</translation>
    </message>
    <message>
        <source>The service runs.</source>
        <translation>Hizmet çalışıyor.</translation>
    </message>
    <message>
        <source>The service runs: %1</source>
        <translation>Hizmet çalışıyor: %1</translation>
    </message>
    <message>
        <source>The service is stopping.</source>
        <translation>Hizmet durduruluyor.</translation>
    </message>
    <message>
        <source>The service has failed: %1</source>
        <translation>Hizmet başarısız oldu: %1</translation>
    </message>
    <message>
        <source>It is installed already.</source>
        <translation>Zaten kurulu.</translation>
    </message>
    <message>
        <source>It is not installed.</source>
        <translation>Kurulu değil.</translation>
    </message>
    <message>
        <source>It runs already.</source>
        <translation>Zaten çalışıyor.</translation>
    </message>
    <message>
        <source>It must be installed first.</source>
        <translation>Önce kurulması gerekir.</translation>
    </message>
    <message>
        <source>It does not run.</source>
        <translation>Çalışmıyor.</translation>
    </message>
    <message>
        <source>A background service works without the app: it starts with the machine, before anybody logs in, without icon and window, is started again after every failure, and goes on when you log out. The app then only shows what it does. To install and to remove it takes an administrator.</source>
        <translation>Arka plan hizmeti uygulama olmadan çalışır: kimse oturum açmadan önce, bilgisayarla birlikte, simgesiz ve penceresiz başlar, her hatadan sonra yeniden başlatılır ve oturumu kapattığınızda çalışmayı sürdürür. Bu durumda uygulama yalnızca hizmetin ne yaptığını gösterir. Kurmak ve kaldırmak için bir yönetici gerekir.</translation>
    </message>
    <message>
        <source>It suits a PC on which seldom anybody is logged in. On any other one let the app start at login instead: many graphics cards encode only in the session of somebody who has logged in, and a service sees neither keyboard and mouse nor what fills the screen unless the app runs beside it and tells it.</source>
        <translation>Nadiren oturum açılan bir bilgisayar için uygundur. Diğerlerinde bunun yerine uygulamanın oturum açıldığında başlamasını seçin: birçok ekran kartı yalnızca oturum açmış birinin oturumunda kodlama yapar; ayrıca uygulama yanında çalışıp bildirmedikçe bir hizmet ne klavye ile fareyi ne de ekranı kaplayanı görür.</translation>
    </message>
    <message>
        <source>Give it shares by their names in the network, such as \\nas\videos: a service has no drive letters. If a share asks for a password, open Services in Windows, and under Framehand, Properties, Log On, name an account that may use the share.</source>
        <translation>Paylaşımları ona \\nas\videos gibi ağdaki adlarıyla verin: bir hizmetin sürücü harfleri yoktur. Bir paylaşım parola istiyorsa Windows'ta Hizmetler'i açın ve Framehand, Özellikler, Oturum Aç altında paylaşımı kullanabilen bir hesap belirtin.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Restart now</source>
        <translation>Şimdi yeniden başlat</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Settings of Framehand</source>
        <translation>Framehand ayarları</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Ayar sayfaları</translation>
    </message>
    <message>
        <source>What became of the settings</source>
        <translation>Ayarların sonucu</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>U&amp;ygula</translation>
    </message>
    <message>
        <source>The settings of the daemon cannot be read: %1</source>
        <translation>Arka plan sürecinin ayarları okunamıyor: %1</translation>
    </message>
    <message>
        <source>There is a mistake in the settings, so that they cannot be applied.</source>
        <translation>Ayarlarda bir hata olduğundan uygulanamıyorlar.</translation>
    </message>
    <message>
        <source>In force now: %1</source>
        <translation>Şimdi geçerli: %1</translation>
    </message>
    <message>
        <source>In force with the next job: %1</source>
        <translation>Sonraki işle geçerli olacak: %1</translation>
    </message>
    <message>
        <source>In force after a restart of the daemon: %1</source>
        <translation>Arka plan süreci yeniden başlatılınca geçerli olacak: %1</translation>
    </message>
    <message>
        <source>Written, but decided by %1: %2</source>
        <translation>Yazıldı, ancak değeri %1 belirliyor: %2</translation>
    </message>
    <message>
        <source>The daemon is restarted...</source>
        <translation>Arka plan süreci yeniden başlatılıyor...</translation>
    </message>
    <message>
        <source>The daemon was restarted with the settings as they are now.</source>
        <translation>Arka plan süreci geçerli ayarlarla yeniden başlatıldı.</translation>
    </message>
</context>
<context>
    <name>SettingsTable</name>
    <message>
        <source>at once</source>
        <translation>hemen</translation>
    </message>
    <message>
        <source>with the next job</source>
        <translation>sonraki işle</translation>
    </message>
    <message>
        <source>after a restart</source>
        <translation>yeniden başlatınca</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Ayar</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Değer</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Varsayılan</translation>
    </message>
    <message>
        <source>Takes effect</source>
        <translation>Geçerlilik</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Açıklama</translation>
    </message>
</context>
<context>
    <name>SizeWords</name>
    <message>
        <source>%1 %</source>
        <translation>%%1</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>Move &amp;up</source>
        <translation>Y&amp;ukarı taşı</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Aşağı taşı</translation>
    </message>
    <message>
        <source>Take &amp;jobs from:</source>
        <translation>İşlerin &amp;kaynakları:</translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>It is not checked in the list above, so that no jobs are taken from it.</source>
        <translation>Yukarıdaki listede işaretli değil; bu yüzden buradan iş alınmaz.</translation>
    </message>
    <message>
        <source>This version of the daemon cannot test it.</source>
        <translation>Arka plan sürecinin bu sürümü bunu sınayamıyor.</translation>
    </message>
    <message>
        <source>Its other settings are on the page Advanced, where their names begin with "%1".</source>
        <translation>Diğer ayarları “Gelişmiş” sayfasındadır; adları orada “%1” ile başlar.</translation>
    </message>
</context>
<context>
    <name>SourcePanels</name>
    <message>
        <source>A pipeline of queues in Redis: one message for each video, which is transcoded, checked, and put in the place of the original.</source>
        <translation>Redis'te kuyruklardan oluşan bir işlem hattı: her video için bir ileti; video dönüştürülür, denetlenir ve özgün dosyanın yerine konur.</translation>
    </message>
    <message>
        <source>Add&amp;ress of the Redis server:</source>
        <translation>Redis sunucusunun ad&amp;resi:</translation>
    </message>
    <message>
        <source>&amp;Password of the Redis server:</source>
        <translation>Redis sunucusunun &amp;parolası:</translation>
    </message>
    <message>
        <source>Its &amp;queues are:</source>
        <translation>Kuyrukları&amp;nın türü:</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listeler</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>Akışlar</translation>
    </message>
    <message>
        <source>What this PC does &amp;in the pipeline:</source>
        <translation>Bu bilgisayarın işlem &amp;hattında yaptığı:</translation>
    </message>
    <message>
        <source>Names of its keys &amp;begin with:</source>
        <translation>Anahtar adlarının başlangı&amp;cı:</translation>
    </message>
    <message>
        <source>Other names of the &amp;folder with the videos:</source>
        <translation>&amp;Video klasörünün diğer adları:</translation>
    </message>
    <message>
        <source>Keep the origina&amp;l as .bak when a better file takes its place</source>
        <translation>Daha iyi bir dosya yerini alınca ö&amp;zgün dosyayı .bak olarak sakla</translation>
    </message>
    <message>
        <source>&amp;Test Redis</source>
        <translation>Redis'i &amp;sına</translation>
    </message>
    <message>
        <source>This PC takes its turns beside Celery's own workers, for one task. Videos are in the object storage.</source>
        <translation>Bu bilgisayar, Celery'nin kendi işçilerinin yanında tek bir görev için sıra alır. Videolar nesne depolamadadır.</translation>
    </message>
    <message>
        <source>Add&amp;ress of Celery's Redis server:</source>
        <translation>Celery'nin Redis sunucusunun ad&amp;resi:</translation>
    </message>
    <message>
        <source>&amp;Password of Celery's Redis server:</source>
        <translation>Celery'nin Redis sunucusunun &amp;parolası:</translation>
    </message>
    <message>
        <source>Celery's &amp;queue:</source>
        <translation>Celery'&amp;nin kuyruğu:</translation>
    </message>
    <message>
        <source>&amp;Name of the task that transcodes:</source>
        <translation>Dönüştüren göre&amp;vin adı:</translation>
    </message>
    <message>
        <source>Celery's &amp;bucket of inputs and outputs:</source>
        <translation>Celery'nin girdi ve çıktı bu&amp;cket'ı:</translation>
    </message>
    <message>
        <source>&amp;Test Celery</source>
        <translation>Celery'yi &amp;sına</translation>
    </message>
    <message>
        <source>The queues of a video service in Node.js, one for each resolution. Videos are in the object storage.</source>
        <translation>Node.js ile yazılmış bir video hizmetinin kuyrukları; her çözünürlük için bir tane. Videolar nesne depolamadadır.</translation>
    </message>
    <message>
        <source>Add&amp;ress of the queues' Redis server:</source>
        <translation>Kuyrukların Redis sunucusunun ad&amp;resi:</translation>
    </message>
    <message>
        <source>&amp;Password of the queues' Redis server:</source>
        <translation>Kuyrukların Redis sunucusunun &amp;parolası:</translation>
    </message>
    <message>
        <source>&amp;Queues, the preferred first:</source>
        <translation>Kuyruklar, terci&amp;h edilen ilk sırada:</translation>
    </message>
    <message>
        <source>The &amp;library that keeps them:</source>
        <translation>Onları yö&amp;neten kitaplık:</translation>
    </message>
    <message>
        <source>Whichever it is</source>
        <translation>Hangisiyse o</translation>
    </message>
    <message>
        <source>Bucket of the queues' &amp;inputs:</source>
        <translation>Kuyrukların girdi bu&amp;cket'ı:</translation>
    </message>
    <message>
        <source>&amp;Bucket of the queues' outputs:</source>
        <translation>Kuyrukların çık&amp;tı bucket'ı:</translation>
    </message>
    <message>
        <source>Address of the ser&amp;vice's database:</source>
        <translation>Hizmetin &amp;veritabanının adresi:</translation>
    </message>
    <message>
        <source>Password of t&amp;he service's database:</source>
        <translation>Hi&amp;zmetin veritabanının parolası:</translation>
    </message>
    <message>
        <source>&amp;Test the queues</source>
        <translation>Kuyrukları &amp;sına</translation>
    </message>
    <message>
        <source>Each message is a GStreamer pipeline from one object of the object storage to another.</source>
        <translation>Her ileti, nesne depolamadaki bir nesneden diğerine giden bir GStreamer işlem hattıdır.</translation>
    </message>
    <message>
        <source>Add&amp;ress of the RabbitMQ server:</source>
        <translation>RabbitMQ sunucusunun ad&amp;resi:</translation>
    </message>
    <message>
        <source>&amp;Password of the RabbitMQ server:</source>
        <translation>RabbitMQ sunucusunun &amp;parolası:</translation>
    </message>
    <message>
        <source>RabbitMQ's &amp;bucket of inputs and outputs:</source>
        <translation>RabbitMQ'nun girdi ve çıktı bu&amp;cket'ı:</translation>
    </message>
    <message>
        <source>&amp;Test RabbitMQ</source>
        <translation>RabbitMQ'yu &amp;sına</translation>
    </message>
    <message>
        <source>Object storage</source>
        <translation>Nesne depolama</translation>
    </message>
    <message>
        <source>Amazon S3, MinIO, Ceph or another one that speaks their language.</source>
        <translation>Amazon S3, MinIO, Ceph veya onların dilini konuşan bir başkası.</translation>
    </message>
    <message>
        <source>Addr&amp;ess of the object storage:</source>
        <translation>Nesn&amp;e depolamanın adresi:</translation>
    </message>
    <message>
        <source>Access &amp;key of the object storage:</source>
        <translation>Nesne depolamanın erişi&amp;m anahtarı:</translation>
    </message>
    <message>
        <source>Secret ke&amp;y of the object storage:</source>
        <translation>Nesne depolamanın &amp;gizli anahtarı:</translation>
    </message>
    <message>
        <source>Re&amp;gion of the object storage:</source>
        <translation>Nesne depolamanın &amp;bölgesi:</translation>
    </message>
    <message>
        <source>Ho&amp;w its URLs name a bucket:</source>
        <translation>UR&amp;L'leri bucket adını nerede taşır:</translation>
    </message>
    <message>
        <source>In the path: http://server/bucket</source>
        <translation>Yolda: http://server/bucket</translation>
    </message>
    <message>
        <source>Before the server: http://bucket.server</source>
        <translation>Sunucunun önünde: http://bucket.server</translation>
    </message>
    <message>
        <source>Test the &amp;object storage</source>
        <translation>Nesne &amp;depolamayı sına</translation>
    </message>
</context>
<context>
    <name>SourceTitles</name>
    <message>
        <source>Orchestrator</source>
        <translation>Orkestratör</translation>
    </message>
    <message>
        <source>Redis lists or streams</source>
        <translation>Redis listeleri veya akışları</translation>
    </message>
    <message>
        <source>Celery on Redis</source>
        <translation>Redis üzerinde Celery</translation>
    </message>
    <message>
        <source>BullMQ or Bull</source>
        <translation>BullMQ veya Bull</translation>
    </message>
</context>
<context>
    <name>StartupPage</name>
    <message>
        <source>&amp;Start Framehand in the tray when I log in</source>
        <translation>Oturum açtığımda Framehand'i sistem tepsisinde &amp;başlat</translation>
    </message>
    <message>
        <source>The app</source>
        <translation>Uygulama</translation>
    </message>
    <message>
        <source>The icon appears in the tray, and the app starts the daemon, which does the work, unless one runs already. Both end when you log out. This is written in %1</source>
        <translation>Simge sistem tepsisinde görünür; uygulama, zaten çalışmıyorsa asıl işi yapan arka plan sürecini başlatır. Oturumu kapattığınızda ikisi de sonlanır. Kayıt yeri: %1</translation>
    </message>
    <message>
        <source>The daemon as a background service</source>
        <translation>Hizmet olarak arka plan süreci</translation>
    </message>
    <message>
        <source>Open the first set&amp;up again...</source>
        <translation>İlk kur&amp;ulumu yeniden aç...</translation>
    </message>
    <message>
        <source>Startup</source>
        <translation>Başlangıç</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>All videos are read below one folder, usually a share of a NAS that is mounted on this PC, and the finished packages are written below it.</source>
        <translation>Tüm videolar, genellikle bu bilgisayara bağlanmış bir NAS paylaşımı olan tek bir klasörün altından okunur; tamamlanan paketler de onun altına yazılır.</translation>
    </message>
    <message>
        <source>&amp;Folder with the videos:</source>
        <translation>&amp;Video klasörü:</translation>
    </message>
    <message>
        <source>&amp;Test reading, writing and renaming</source>
        <translation>&amp;Okuma, yazma ve yeniden adlandırmayı sına</translation>
    </message>
    <message>
        <source>&amp;Staging folder on a local disk:</source>
        <translation>Yerel diskteki &amp;hazırlık klasörü:</translation>
    </message>
    <message>
        <source>&amp;Keep free on both:</source>
        <translation>İkisinde de &amp;boş bırakılacak alan:</translation>
    </message>
    <message>
        <source>&amp;Pause when less is free in the staging folder:</source>
        <translation>Hazırlık klasöründe boş alan bunun altına düşünce &amp;duraklat:</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Depolama</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>This will be changed</source>
        <translation>Yapılacak değişiklikler</translation>
    </message>
    <message>
        <source>Nothing of it is done yet. Apply makes these changes and starts the work; Cancel changes nothing.</source>
        <translation>Henüz hiçbiri yapılmadı. “Uygula” bu değişiklikleri yapar ve çalışmayı başlatır; “İptal” hiçbir şeyi değiştirmez.</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Uygula</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>Tüm değişiklikler</translation>
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
        <translation>Değişiklik yok: her şey zaten istediğiniz gibi. Arka plan süreci bu ayarlarla başlatılır.</translation>
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
        <translation>Rapor, şunları içeren tek bir metin dosyasıdır:
• Framehand ve işletim sistemi sürümleri
• işçinin şu anda ne yaptığı
• adresler ve klasörlerle birlikte, ancak parolalar ve diğer gizli bilgiler olmadan tüm ayarlar
• bu bilgisayarın neleri kodlayabildiği
• denetim sonuçları
• günlüğün, dosya adlarını da içeren en yeni satırları

Rapor yalnızca bu bilgisayara kaydedilir; hiçbir yere gönderilmez. Birine vermeden önce gözden geçirin.</translation>
    </message>
</context>
<context>
    <name>TestPanel</name>
    <message>
        <source>Testing...</source>
        <translation>Sınanıyor...</translation>
    </message>
</context>
<context>
    <name>ThisPcPage</name>
    <message>
        <source>Problem with the settings</source>
        <translation>Ayarlarla ilgili sorun</translation>
    </message>
    <message>
        <source>This PC</source>
        <translation>Bu bilgisayar</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>İşlemci</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Bellek</translation>
    </message>
    <message>
        <source>Graphics</source>
        <translation>Grafik</translation>
    </message>
    <message>
        <source>FFmpeg libraries</source>
        <translation>FFmpeg kitaplıkları</translation>
    </message>
    <message>
        <source>Encoders, as measured by really encoding with them</source>
        <translation>Kodlayıcılar (gerçekten kodlama yapılarak ölçüldü)</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>Kodlayıcılar</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Kodlayıcı</translation>
    </message>
    <message>
        <source>Codec</source>
        <translation>Kodek</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Çalışıyor</translation>
    </message>
    <message>
        <source>Frames a second at 720p</source>
        <translation>720p'de kare/sn</translation>
    </message>
    <message>
        <source>Largest picture</source>
        <translation>En büyük görüntü</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Çalışmama nedeni</translation>
    </message>
    <message>
        <source>Why the encoders are not known</source>
        <translation>Kodlayıcıların bilinmeme nedeni</translation>
    </message>
    <message>
        <source>&amp;Measure again</source>
        <translation>&amp;Yeniden ölç</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>Ölçümün ilerlemesi</translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation>Denetim</translation>
    </message>
    <message>
        <source>What happens now</source>
        <translation>Şu anda olan</translation>
    </message>
    <message>
        <source>Everything that is needed is being examined; this can take a moment.</source>
        <translation>Gereken her şey denetleniyor; bu biraz sürebilir.</translation>
    </message>
    <message>
        <source>Why nothing could be examined</source>
        <translation>Denetim yapılamama nedeni</translation>
    </message>
    <message>
        <source>&amp;Examine again</source>
        <translation>Y&amp;eniden denetle</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>Metin olarak ko&amp;pyala</translation>
    </message>
    <message>
        <source>The settings as they are now could not be started with, so the former ones are in use: %1</source>
        <translation>Şu anki ayarlarla başlatılamadığından önceki ayarlar kullanılıyor: %1</translation>
    </message>
    <message>
        <source>What was looked at</source>
        <translation>Denetlenen</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Bulgu</translation>
    </message>
    <message>
        <source>What to do about it</source>
        <translation>Öneri</translation>
    </message>
</context>
<context>
    <name>ThisPcWords</name>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n çekirdek</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>processor, cores</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>None found</source>
        <translation>Bulunamadı</translation>
    </message>
    <message>
        <source>%1, driver %2</source>
        <translation>%1, sürücü %2</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Evet</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Hayır</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>width, height</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Trying %1 (%2 of %3)</source>
        <translation>%1 deneniyor (%2/%3)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ayarlar</translation>
    </message>
    <message>
        <source>Orchestrator</source>
        <translation>Orkestratör</translation>
    </message>
    <message>
        <source>Background service</source>
        <translation>Arka plan hizmeti</translation>
    </message>
    <message>
        <source>Share with the videos</source>
        <translation>Video paylaşımı</translation>
    </message>
    <message>
        <source>Reading from the share</source>
        <translation>Paylaşımdan okuma</translation>
    </message>
    <message>
        <source>Writing to the share</source>
        <translation>Paylaşıma yazma</translation>
    </message>
    <message>
        <source>Space for unfinished videos</source>
        <translation>Tamamlanmamış videolar için boş alan</translation>
    </message>
    <message>
        <source>Space on the share</source>
        <translation>Paylaşımdaki boş alan</translation>
    </message>
    <message>
        <source>Folder for unfinished videos</source>
        <translation>Tamamlanmamış videoların klasörü</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>Kodlayıcılar</translation>
    </message>
    <message>
        <source>Protection against harmful videos</source>
        <translation>Zararlı videolara karşı koruma</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>Sorun yok</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Uyarı</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Sorun</translation>
    </message>
    <message>
        <source>Measure the encoders again</source>
        <translation>Kodlayıcıları yeniden ölç</translation>
    </message>
    <message>
        <source>Change this setting...</source>
        <translation>Bu ayarı değiştir...</translation>
    </message>
    <message>
        <source>Processor: %1</source>
        <translation>İşlemci: %1</translation>
    </message>
    <message>
        <source>Memory: %1</source>
        <translation>Bellek: %1</translation>
    </message>
    <message>
        <source>Graphics: %1</source>
        <translation>Grafik: %1</translation>
    </message>
    <message>
        <source>FFmpeg libraries: %1</source>
        <translation>FFmpeg kitaplıkları: %1</translation>
    </message>
    <message>
        <source>%1: does not work: %2</source>
        <translation>%1: çalışmıyor: %2</translation>
    </message>
    <message>
        <source>%1: works, %2 frames a second at 720p</source>
        <translation>%1: çalışıyor, 720p'de saniyede %2 kare</translation>
    </message>
    <message>
        <source>%1: works</source>
        <translation>%1: çalışıyor</translation>
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
        <translation>%1 sn</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 dk</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 sa</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 sa %2 dk</translation>
    </message>
</context>
<context>
    <name>TokenPanel</name>
    <message>
        <source>Access to&amp;ken:</source>
        <translation>Erişim belir&amp;teci:</translation>
    </message>
    <message>
        <source>An orchestrator may ask for an access token. This PC shows it to its orchestrator; if it is the orchestrator itself, all others must show it.</source>
        <translation>Bir orkestratör erişim belirteci isteyebilir. Bu bilgisayar onu kendi orkestratörüne gösterir; orkestratör bu bilgisayarın kendisiyse diğerlerinin hepsi onu göstermek zorundadır.</translation>
    </message>
    <message>
        <source>An access token has from %1 to %2 characters: letters, digits and -._~+/, and = at its end.</source>
        <translation>Bir erişim belirteci %1 ile %2 arası karakterdir: harfler, rakamlar ve -._~+/, sonunda da = olabilir.</translation>
    </message>
    <message>
        <source>It is kept in your keychain and, because the daemon also works while nobody is logged in to unlock a keychain, in a file that only you can read: %1</source>
        <translation>Anahtarlığınızda ve, arka plan süreci anahtarlığın kilidini açacak kimse oturum açmamışken de çalıştığı için, yalnızca sizin okuyabildiğiniz bir dosyada tutulur: %1</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Duraklat</translation>
    </message>
    <message>
        <source>&amp;Open Framehand</source>
        <translation>Framehand'i &amp;aç</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Sürdür</translation>
    </message>
    <message>
        <source>&amp;Finish this job, then pause</source>
        <translation>&amp;Bu işi bitir, sonra duraklat</translation>
    </message>
    <message>
        <source>&amp;Ignore "in use" for 1 hour</source>
        <translation>“Kullanımda” durumunu 1 saat &amp;yok say</translation>
    </message>
    <message>
        <source>&amp;Heed "in use" again</source>
        <translation>“Kullanımda” durumunu ye&amp;niden dikkate al</translation>
    </message>
    <message>
        <source>&amp;Start Framehand</source>
        <translation>Framehand'i baş&amp;lat</translation>
    </message>
    <message>
        <source>S&amp;ettings...</source>
        <translation>Aya&amp;rlar...</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Çı&amp;k</translation>
    </message>
</context>
<context>
    <name>WeekGridWidget</name>
    <message>
        <source>Hours of the week in which to work</source>
        <translation>Haftanın çalışma saatleri</translation>
    </message>
    <message>
        <source>Drag over hours to allow them, or to forbid them again. With the keyboard: arrow keys, Shift to take more hours, Space to change them.</source>
        <translation>Saatlere izin vermek veya izni kaldırmak için üzerlerinde sürükleyin. Klavyeyle: ok tuşlarıyla gezinin, Shift ile birden çok saat seçin, Boşluk ile değiştirin.</translation>
    </message>
    <message>
        <source>%1, hour from %2: work is allowed</source>
        <translation>%1, %2 ile başlayan saat: çalışmaya izin var</translation>
    </message>
    <message>
        <source>%1, hour from %2: work is allowed in a part of it</source>
        <translation>%1, %2 ile başlayan saat: bir bölümünde çalışmaya izin var</translation>
    </message>
    <message>
        <source>%1, hour from %2: no work</source>
        <translation>%1, %2 ile başlayan saat: çalışma yok</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome to Framehand</source>
        <translation>Framehand'e hoş geldiniz</translation>
    </message>
    <message>
        <source>A few questions, and this PC turns videos into streams. Nothing is changed before you have seen a list of all changes.</source>
        <translation>Birkaç sorudan sonra bu bilgisayar videoları akışa dönüştürmeye başlar. Tüm değişikliklerin listesini görmeden önce hiçbir şey değiştirilmez.</translation>
    </message>
    <message>
        <source>This was found:</source>
        <translation>Bulunanlar:</translation>
    </message>
    <message>
        <source>Daemon, which does the work</source>
        <translation>İşi yapan arka plan süreci</translation>
    </message>
    <message>
        <source>it is being started</source>
        <translation>başlatılıyor</translation>
    </message>
    <message>
        <source>it runs</source>
        <translation>çalışıyor</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Ayar dosyası</translation>
    </message>
    <message>
        <source>%1 is there and is changed, line by line</source>
        <translation>%1 var; satır satır değiştirilecek</translation>
    </message>
    <message>
        <source>%1 is made new</source>
        <translation>%1 yeni oluşturulacak</translation>
    </message>
    <message>
        <source>Shares of other machines</source>
        <translation>Diğer makinelerin paylaşımları</translation>
    </message>
    <message>
        <source>none is mounted on this PC</source>
        <translation>bu bilgisayara bağlanmış paylaşım yok</translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>Start Framehand in the tray when I &amp;log in</source>
        <translation>Oturum açtığımda Framehand'i &amp;sistem tepsisinde başlat</translation>
    </message>
    <message>
        <source>Also work as a background &amp;service, without the app</source>
        <translation>Uygulama olmadan, arka plan &amp;hizmeti olarak da çalış</translation>
    </message>
    <message>
        <source>When may this PC work?</source>
        <translation>Bu bilgisayar ne zaman çalışabilir?</translation>
    </message>
    <message>
        <source>Finer rules, and hours of the week, are in the settings.</source>
        <translation>Daha ayrıntılı kurallar ve haftanın saatleri ayarlarda bulunur.</translation>
    </message>
    <message>
        <source>&amp;Whenever nobody uses it</source>
        <translation>&amp;Kimse kullanmadığında</translation>
    </message>
    <message>
        <source>Work pauses within a second of the first key or movement, and goes on after five minutes without.</source>
        <translation>Çalışma, ilk tuş vuruşu veya fare hareketinden sonra bir saniye içinde duraklar; beş dakika girdi olmazsa devam eder.</translation>
    </message>
    <message>
        <source>Only at ni&amp;ght</source>
        <translation>Yalnızca &amp;geceleri</translation>
    </message>
    <message>
        <source>From 22:00 to 07:00, and only while nobody uses it.</source>
        <translation>22:00 ile 07:00 arasında ve yalnızca kimse kullanmazken.</translation>
    </message>
    <message>
        <source>&amp;Always</source>
        <translation>Her &amp;zaman</translation>
    </message>
    <message>
        <source>Also while you use it, at the lowest priority. Games, full-screen programs and battery still pause it.</source>
        <translation>Siz kullanırken de, en düşük öncelikle. Oyunlar, tam ekran programlar ve pille çalışma yine duraklatır.</translation>
    </message>
    <message>
        <source>Lea&amp;ve it as it is now</source>
        <translation>Şimdiki gibi &amp;bırak</translation>
    </message>
    <message>
        <source>The hours and rules that are in the settings stay.</source>
        <translation>Ayarlardaki saatler ve kurallar olduğu gibi kalır.</translation>
    </message>
    <message>
        <source>What starts by itself</source>
        <translation>Kendiliğinden başlayanlar</translation>
    </message>
    <message>
        <source>It starts with the machine, and an administrator must agree. It needs the share by its name in the network, such as \\nas\videos, and often cannot use the graphics card; for a PC that somebody uses, the start at login above is the better choice.</source>
        <translation>Bilgisayarla birlikte başlar ve bir yöneticinin onaylaması gerekir. Paylaşım ona \\nas\videos gibi ağdaki adıyla verilmelidir ve çoğu zaman ekran kartını kullanamaz; birinin kullandığı bir bilgisayar için yukarıdaki oturum açılışında başlatma daha iyi bir seçimdir.</translation>
    </message>
</context>
</TS>
