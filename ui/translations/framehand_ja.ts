<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AdvancedPage</name>
    <message>
        <source>Back to the &amp;default</source>
        <translation>既定値に戻す(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>検索(&amp;S):</translation>
    </message>
    <message>
        <source>Other settings</source>
        <translation>その他の設定</translation>
    </message>
    <message>
        <source>What the chosen setting may be</source>
        <translation>選択した設定に指定できる値</translation>
    </message>
    <message>
        <source>Settings file: %1</source>
        <translation>設定ファイル: %1</translation>
    </message>
    <message>
        <source>Choose a setting to see what it may be. A double click or F2 changes its value.</source>
        <translation>設定を選択すると、指定できる値が表示されます。値を変更するには、ダブルクリックするか F2 キーを押します。</translation>
    </message>
    <message>
        <source>Decided by %1, which goes before the settings file.</source>
        <translation>%1 で指定されており、設定ファイルより優先されます。</translation>
    </message>
    <message>
        <source>%1. Expected: %2.</source>
        <translation>%1。指定できる値: %2。</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>詳細</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>As the desktop</source>
        <translation>デスクトップに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>配色(&amp;C):</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>言語(&amp;L):</translation>
    </message>
    <message>
        <source>Another language is shown from the next start of the app on.</source>
        <translation>言語の変更は、次にアプリを起動したときに反映されます。</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>What the test found</source>
        <translation>テストの結果</translation>
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
        <translation>オーケストレーターからジョブを受け取る(&amp;O)</translation>
    </message>
    <message>
        <source>This PC is the orchestrator and works for &amp;itself</source>
        <translation>この PC をオーケストレーターにして自身のジョブを処理する(&amp;I)</translation>
    </message>
    <message>
        <source>Add&amp;ress of the orchestrator:</source>
        <translation>オーケストレーターのアドレス(&amp;R):</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>接続をテスト(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Listens on the address:</source>
        <translation>待ち受けアドレス(&amp;L):</translation>
    </message>
    <message>
        <source>On the &amp;port:</source>
        <translation>ポート(&amp;P):</translation>
    </message>
    <message>
        <source>&amp;Name of this worker:</source>
        <translation>このワーカーの名前(&amp;N):</translation>
    </message>
    <message>
        <source>127.0.0.1 is for this PC alone; 0.0.0.0 lets other PCs of your network work for it: those that know the access token below, or all if there is none.</source>
        <translation>127.0.0.1 はこの PC 専用です。0.0.0.0 にすると、ネットワーク上の他の PC もこの PC のために処理できます。下のアクセストークンを知っている PC だけが対象で、トークンがなければすべての PC が対象です。</translation>
    </message>
    <message>
        <source>The daemon that runs now was not started by this app. It becomes its own orchestrator with a restart if it is the service; if it was started as "framehandd worker", it does not.</source>
        <translation>実行中のデーモンは、このアプリが起動したものではありません。サービスの場合は、再起動するとデーモン自身がオーケストレーターになります。「framehandd worker」として起動された場合は、なりません。</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Other &amp;job sources...</source>
        <translation>その他のジョブの取得元(&amp;J)...</translation>
    </message>
    <message>
        <source>No orchestrator is asked for jobs. They come from: %1</source>
        <translation>オーケストレーターからはジョブを受け取りません。ジョブの取得元: %1</translation>
    </message>
    <message>
        <source>Jobs come from these sources, and the first is preferred: %1</source>
        <translation>ジョブは次の取得元から受け取ります。先頭のものを優先します: %1</translation>
    </message>
    <message>
        <source>Jobs can also come from Redis, Celery, BullMQ or RabbitMQ.</source>
        <translation>ジョブは Redis、Celery、BullMQ、RabbitMQ から受け取ることもできます。</translation>
    </message>
</context>
<context>
    <name>FieldForm</name>
    <message>
        <source>Choose...</source>
        <translation>選択...</translation>
    </message>
    <message>
        <source>Choose the folder: %1</source>
        <translation>フォルダーを選択: %1</translation>
    </message>
    <message>
        <source>Decided by %1, which goes before the settings file.</source>
        <translation>%1 で指定されており、設定ファイルより優先されます。</translation>
    </message>
    <message>
        <source>This version of the daemon does not know it.</source>
        <translation>このバージョンのデーモンでは使用できません。</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>not set</source>
        <translation>未設定</translation>
    </message>
    <message>
        <source>starts at login</source>
        <translation>ログイン時に起動する</translation>
    </message>
    <message>
        <source>does not start at login</source>
        <translation>ログイン時に起動しない</translation>
    </message>
    <message>
        <source>Background service of this user</source>
        <translation>このユーザーのバックグラウンドサービス</translation>
    </message>
    <message>
        <source>not installed by this setup</source>
        <translation>このセットアップでは未インストール</translation>
    </message>
    <message>
        <source>installed and started</source>
        <translation>インストールして開始</translation>
    </message>
    <message>
        <source>The settings are written into %1</source>
        <translation>設定を %1 に書き込みました</translation>
    </message>
    <message>
        <source>Framehand starts at the next login</source>
        <translation>次のログイン時から Framehand が起動します</translation>
    </message>
    <message>
        <source>Framehand no longer starts at login</source>
        <translation>ログイン時に Framehand は起動しなくなりました</translation>
    </message>
    <message>
        <source>The daemon starts with these settings</source>
        <translation>この設定でデーモンを起動しました</translation>
    </message>
    <message>
        <source>The service is installed and runs</source>
        <translation>サービスをインストールして開始しました</translation>
    </message>
    <message>
        <source>Background service of this machine</source>
        <translation>このコンピューターのバックグラウンドサービス</translation>
    </message>
</context>
<context>
    <name>FirstRunWizard</name>
    <message>
        <source>Set up Framehand</source>
        <translation>Framehand のセットアップ</translation>
    </message>
    <message>
        <source>Set up Framehand: %1</source>
        <translation>Framehand のセットアップ: %1</translation>
    </message>
</context>
<context>
    <name>HistoryDetail</name>
    <message>
        <source>Job: %1</source>
        <translation>ジョブ: %1</translation>
    </message>
    <message>
        <source>Video:</source>
        <translation>動画:</translation>
    </message>
    <message>
        <source>Result:</source>
        <translation>結果:</translation>
    </message>
    <message>
        <source>Began:</source>
        <translation>開始:</translation>
    </message>
    <message>
        <source>Ended:</source>
        <translation>終了:</translation>
    </message>
    <message>
        <source>Took, with pauses:</source>
        <translation>所要時間 (一時停止を含む):</translation>
    </message>
    <message>
        <source>Took, without pauses:</source>
        <translation>所要時間 (一時停止を除く):</translation>
    </message>
    <message>
        <source>Speed:</source>
        <translation>速度:</translation>
    </message>
    <message>
        <source>Size before:</source>
        <translation>元のサイズ:</translation>
    </message>
    <message>
        <source>Size after:</source>
        <translation>変換後のサイズ:</translation>
    </message>
    <message>
        <source>Made:</source>
        <translation>作成したバージョン:</translation>
    </message>
    <message>
        <source>Folder on the share:</source>
        <translation>共有上のフォルダー:</translation>
    </message>
    <message>
        <source>Playlist:</source>
        <translation>プレイリスト:</translation>
    </message>
    <message>
        <source>Job's id:</source>
        <translation>ジョブ ID:</translation>
    </message>
    <message>
        <source>Error:</source>
        <translation>エラー:</translation>
    </message>
    <message>
        <source>&amp;Cause:</source>
        <translation>原因(&amp;C):</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Cause:</source>
        <translation>原因:</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>コピー(&amp;O)</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between renditions</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Attempts:</source>
        <translation>試行回数:</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Video</source>
        <translation>動画</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Size before</source>
        <translation>元のサイズ</translation>
    </message>
    <message>
        <source>Size after</source>
        <translation>変換後のサイズ</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Why the list is not up to date</source>
        <translation>一覧が最新でない理由</translation>
    </message>
    <message>
        <source>How many jobs are listed</source>
        <translation>一覧のジョブ数</translation>
    </message>
    <message>
        <source>What became of the last wish</source>
        <translation>最後の操作の結果</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>検索(&amp;S):</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Words in the name, the id or the error</source>
        <translation>名前、ID、エラーに含まれる語句</translation>
    </message>
    <message>
        <source>&amp;Result:</source>
        <translation>結果(&amp;R):</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Jobs that ended on this PC</source>
        <translation>この PC で終了したジョブ</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>詳細(&amp;D)</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>フォルダーを開く(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>再生(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Export as CSV...</source>
        <translation>CSV としてエクスポート(&amp;E)...</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>ジョブ %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>No job is like this.</source>
        <translation>条件に一致するジョブはありません。</translation>
    </message>
    <message>
        <source>No job has ended on this PC yet.</source>
        <translation>この PC で終了したジョブはまだありません。</translation>
    </message>
    <message>
        <source>"%1" waits for its turn again.</source>
        <translation>「%1」は再び順番待ちになりました。</translation>
    </message>
    <message>
        <source>"%1" cannot be tried again: %2</source>
        <translation>「%1」を再試行できません: %2</translation>
    </message>
    <message>
        <source>The folder %1 cannot be opened.</source>
        <translation>フォルダー %1 を開けません。</translation>
    </message>
    <message>
        <source>No program could be found that plays %1.</source>
        <translation>%1 を再生できるプログラムが見つかりません。</translation>
    </message>
    <message>
        <source>Export the jobs that are listed</source>
        <translation>一覧のジョブをエクスポート</translation>
    </message>
    <message>
        <source>The jobs cannot be exported: %1</source>
        <translation>ジョブをエクスポートできません: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) exported to %1</source>
        <translation>
            <numerusform>%n 件のジョブを %1 にエクスポートしました</numerusform>
        </translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2</source>
        <translation>ファイル %1 に書き込めません: %2</translation>
    </message>
    <message>
        <source>Try aga&amp;in</source>
        <translation>再試行(&amp;A)</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>Finished</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>返却</translation>
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
        <translation>現在は手動でのみ一時停止します。以下のルールは無効です。</translation>
    </message>
    <message>
        <source>&amp;Leave this PC alone while somebody needs it</source>
        <translation>この PC が使われている間は邪魔をしない(&amp;L)</translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <translation>曜日と時間帯</translation>
    </message>
    <message>
        <source>Hours of the week: %1</source>
        <translation>曜日と時間帯: %1</translation>
    </message>
    <message>
        <source>Al&amp;ways</source>
        <translation>常時(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Nights only</source>
        <translation>夜間のみ(&amp;N)</translation>
    </message>
    <message>
        <source>Nights and wee&amp;kends</source>
        <translation>夜間と週末(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;In words of the settings file:</source>
        <translation>設定ファイルでの表記(&amp;I):</translation>
    </message>
    <message>
        <source>What pauses work</source>
        <translation>一時停止する条件</translation>
    </message>
    <message>
        <source>Pause while keyboard or mouse are in &amp;use</source>
        <translation>キーボードまたはマウスの使用中は一時停止(&amp;U)</translation>
    </message>
    <message>
        <source>Time without in&amp;put until work goes on:</source>
        <translation>再開までの無操作時間(&amp;P):</translation>
    </message>
    <message>
        <source>Pause while a program fills the &amp;screen or a game runs</source>
        <translation>全画面のプログラムまたはゲームの実行中は一時停止(&amp;S)</translation>
    </message>
    <message>
        <source>Pause while this PC runs on &amp;battery</source>
        <translation>この PC のバッテリー駆動中は一時停止(&amp;B)</translation>
    </message>
    <message>
        <source>Pause while the power sa&amp;ver is on</source>
        <translation>省電力モードがオンのときは一時停止(&amp;V)</translation>
    </message>
    <message>
        <source>Pause while the network is &amp;metered</source>
        <translation>従量制ネットワークの使用中は一時停止(&amp;M)</translation>
    </message>
    <message>
        <source>Pause when o&amp;ther programs use more of the processor than:</source>
        <translation>一時停止するほかのプログラムのプロセッサー使用率(&amp;T):</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>制限なし</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Pause when the processor is &amp;hotter than:</source>
        <translation>一時停止するプロセッサー温度(&amp;H):</translation>
    </message>
    <message>
        <source> °C</source>
        <translation> °C</translation>
    </message>
    <message>
        <source>Programs that pause work while they run</source>
        <translation>実行中に一時停止するプログラム</translation>
    </message>
    <message>
        <source>P&amp;rograms:</source>
        <translation>プログラム(&amp;R):</translation>
    </message>
    <message>
        <source>Choose from the programs that run n&amp;ow...</source>
        <translation>実行中のプログラムから選択(&amp;C)...</translation>
    </message>
    <message>
        <source>When to work</source>
        <translation>実行する時間</translation>
    </message>
</context>
<context>
    <name>JobSourcesPage</name>
    <message>
        <source>&amp;Set up object storage...</source>
        <translation>オブジェクトストレージを設定(&amp;S)...</translation>
    </message>
    <message>
        <source>Jobs come from all sources that are checked. The upper ones are asked first.</source>
        <translation>ジョブは、チェックを付けたすべての取得元から受け取ります。上にあるものから順に問い合わせます。</translation>
    </message>
    <message>
        <source>It hands out jobs to many PCs. Where it is, or that this PC is its own, is said on the page Connection.</source>
        <translation>多くの PC にジョブを配ります。その場所や、この PC 自身がオーケストレーターかどうかは「接続」ページで設定します。</translation>
    </message>
    <message>
        <source>Open the page &amp;Connection</source>
        <translation>「接続」ページを開く(&amp;C)</translation>
    </message>
    <message>
        <source>Passwords and keys are kept in your keychain and, because the daemon also works while nobody is logged in to unlock a keychain, in files that only you can read: %1</source>
        <translation>パスワードとキーはキーチェーンに保存されます。また、デーモンは誰もログインしておらずキーチェーンのロックを解除できないときにも動作するため、本人だけが読み取れるファイルにも保存されます: %1</translation>
    </message>
    <message>
        <source>What passwords and keys the daemon has cannot be read: %1</source>
        <translation>デーモンが持っているパスワードとキーを確認できません: %1</translation>
    </message>
    <message>
        <source>Job sources</source>
        <translation>ジョブの取得元</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>What became of the last wish</source>
        <translation>最後の操作の結果</translation>
    </message>
    <message>
        <source>&amp;Level:</source>
        <translation>レベル(&amp;L):</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>レベル</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Without details</source>
        <translation>詳細を除く</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告とエラー</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>&amp;Job:</source>
        <translation>ジョブ(&amp;J):</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>ジョブ</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>最新行に追従(&amp;F)</translation>
    </message>
    <message>
        <source>Keep the newest line in sight</source>
        <translation>常に最新の行を表示します</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>What is selected, or everything that is shown</source>
        <translation>選択した部分、または表示中のすべての内容</translation>
    </message>
    <message>
        <source>Save a re&amp;port...</source>
        <translation>レポートを保存(&amp;P)...</translation>
    </message>
    <message numerus="yes">
        <source>(%n line(s) are missing here)</source>
        <translation>
            <numerusform>(ここで %n 行が欠落しています)</numerusform>
        </translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation>レポートを保存</translation>
    </message>
    <message>
        <source>The report is being made...</source>
        <translation>レポートを作成中...</translation>
    </message>
    <message>
        <source>The report is in %1</source>
        <translation>レポートを %1 に保存しました</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2</source>
        <translation>ファイル %1 に書き込めません: %2</translation>
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
        <translation>ウィンドウを閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit Framehand</source>
        <translation>Framehand を終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Settings...</source>
        <translation>設定(&amp;S)...</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>&amp;Now</source>
        <translation>現在(&amp;N)</translation>
    </message>
    <message>
        <source>Histor&amp;y</source>
        <translation>履歴(&amp;Y)</translation>
    </message>
    <message>
        <source>Lo&amp;g</source>
        <translation>ログ(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;This PC</source>
        <translation>この PC(&amp;T)</translation>
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
        <translation>この PC の性能を測定</translation>
    </message>
    <message>
        <source>Each encoder of this PC, also of its graphics card, really encodes some pictures. You need not wait for it.</source>
        <translation>グラフィックカードのものを含め、この PC の各エンコーダーで実際に数フレームをエンコードします。完了を待つ必要はありません。</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>測定の進行状況</translation>
    </message>
    <message>
        <source>What is measured now</source>
        <translation>測定中の項目</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>測定結果</translation>
    </message>
    <message>
        <source>Measuring...</source>
        <translation>測定中...</translation>
    </message>
    <message>
        <source>Measuring %1...</source>
        <translation>%1 を測定中...</translation>
    </message>
    <message>
        <source>It could not be measured: %1</source>
        <translation>測定できませんでした: %1</translation>
    </message>
    <message>
        <source>Measured.</source>
        <translation>測定が完了しました。</translation>
    </message>
    <message>
        <source>%1: %2 pictures a second at 1280 x 720</source>
        <translation>%1: 毎秒 %2 フレーム (1280 x 720)</translation>
    </message>
    <message>
        <source>%1: works</source>
        <translation>%1: 使用可能</translation>
    </message>
    <message>
        <source>No video encoder works on this PC.</source>
        <translation>この PC で使用できる動画エンコーダーはありません。</translation>
    </message>
</context>
<context>
    <name>NasPage</name>
    <message>
        <source>&amp;Use this folder all the same</source>
        <translation>それでもこのフォルダーを使用する(&amp;U)</translation>
    </message>
    <message>
        <source>Where are the videos?</source>
        <translation>動画の場所</translation>
    </message>
    <message>
        <source>All videos are read below one folder, and the finished packages are written below it: usually a share of a NAS that is mounted on this PC.</source>
        <translation>動画はすべて 1 つのフォルダー以下から読み込まれ、完成したパッケージもその中に書き込まれます。通常は、この PC にマウントした NAS の共有フォルダーです。</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>フォルダー(&amp;F):</translation>
    </message>
    <message>
        <source>&amp;Choose...</source>
        <translation>選択(&amp;C)...</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>フォルダーを選択</translation>
    </message>
    <message>
        <source>&amp;Test reading, writing and renaming</source>
        <translation>読み取り、書き込み、名前の変更をテスト(&amp;T)</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Framehand needs you</source>
        <translation>Framehand の確認が必要です</translation>
    </message>
    <message>
        <source>A video</source>
        <translation>動画</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 は失敗しました</translation>
    </message>
    <message>
        <source>%1 is finished</source>
        <translation>%1 が完了しました</translation>
    </message>
    <message>
        <source>It is in its place and can be played.</source>
        <translation>保存先にコピーされ、再生できます。</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>Notify me when a job is &amp;finished</source>
        <translation>ジョブが完了したときに通知(&amp;F)</translation>
    </message>
    <message>
        <source>Notify me when a job has fai&amp;led, with its cause</source>
        <translation>ジョブが失敗したときに原因とともに通知(&amp;L)</translation>
    </message>
    <message>
        <source>Notify me when somebody is &amp;needed, as when the folder with the videos is away</source>
        <translation>動画フォルダーにアクセスできないなど、対応が必要なときに通知(&amp;N)</translation>
    </message>
    <message>
        <source>Show a &amp;test notification</source>
        <translation>テスト通知を表示(&amp;T)</translation>
    </message>
    <message>
        <source>This is a test</source>
        <translation>これはテストです</translation>
    </message>
    <message>
        <source>Notifications of Framehand arrive.</source>
        <translation>Framehand の通知は正しく表示されます。</translation>
    </message>
    <message>
        <source>Nothing appears? Then the desktop shows no notifications now: it may be in a mode in which it does not disturb.</source>
        <translation>何も表示されない場合、デスクトップの通知が止められています。おやすみモードなどがオンになっている可能性があります。</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
</context>
<context>
    <name>NowPage</name>
    <message>
        <source>What was refused</source>
        <translation>拒否された操作</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>最後のエラー</translation>
    </message>
    <message>
        <source>Jobs since the start</source>
        <translation>起動後のジョブ数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>What happens now</source>
        <translation>現在の動作</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>次の動作</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>動画</translation>
    </message>
    <message>
        <source>File of the video</source>
        <translation>動画ファイル</translation>
    </message>
    <message>
        <source>What is made of it</source>
        <translation>作成するバージョン</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>残り時間</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>フレームレート</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Frames a second over time</source>
        <translation>フレームレートの推移</translation>
    </message>
    <message>
        <source>Speed over time</source>
        <translation>速度の推移</translation>
    </message>
    <message>
        <source>What the job takes of this PC</source>
        <translation>ジョブが使用しているこの PC のリソース</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>再開(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Finish this job, then pause</source>
        <translation>このジョブの完了後に一時停止(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Ignore "in use" for 1 hour</source>
        <translation>「使用中」を 1 時間無視(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Heed "in use" again</source>
        <translation>「使用中」の無視を解除(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Start Framehand</source>
        <translation>Framehand を起動(&amp;S)</translation>
    </message>
    <message>
        <source>Jobs since the start: finished %1, failed %2</source>
        <translation>起動後のジョブ: 完了 %1 件、失敗 %2 件</translation>
    </message>
    <message>
        <source>Last error: %1</source>
        <translation>最後のエラー: %1</translation>
    </message>
</context>
<context>
    <name>OrchestratorPage</name>
    <message>
        <source>&amp;This PC alone: it hands out its jobs itself</source>
        <translation>この PC のみ: 自身でジョブを割り当てる(&amp;T)</translation>
    </message>
    <message>
        <source>An &amp;orchestrator in the network</source>
        <translation>ネットワーク上のオーケストレーター(&amp;O)</translation>
    </message>
    <message>
        <source>Where do the jobs come from?</source>
        <translation>ジョブの取得元</translation>
    </message>
    <message>
        <source>An orchestrator hands out jobs to many PCs. If you have none, this PC does it for itself.</source>
        <translation>オーケストレーターは、複数の PC にジョブを割り当てます。ない場合は、この PC が自身のジョブを割り当てます。</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>アドレス(&amp;A):</translation>
    </message>
    <message>
        <source>T&amp;est the connection</source>
        <translation>接続をテスト(&amp;E)</translation>
    </message>
</context>
<context>
    <name>PauseMenu</name>
    <message>
        <source>For &amp;15 minutes</source>
        <translation>15 分間(&amp;1)</translation>
    </message>
    <message>
        <source>For 1 &amp;hour</source>
        <translation>1 時間(&amp;H)</translation>
    </message>
    <message>
        <source>Until &amp;tomorrow, %1</source>
        <translation>明日 %1 まで(&amp;T)</translation>
    </message>
    <message>
        <source>Until I &amp;resume</source>
        <translation>手動で再開するまで(&amp;R)</translation>
    </message>
</context>
<context>
    <name>PerformancePage</name>
    <message>
        <source>Processor &amp;cores for transcoding:</source>
        <translation>トランスコードに使うプロセッサーコア(&amp;C):</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Most &amp;memory of a job:</source>
        <translation>ジョブあたりの最大メモリー(&amp;M):</translation>
    </message>
    <message>
        <source>&amp;Priority:</source>
        <translation>優先度(&amp;P):</translation>
    </message>
    <message>
        <source>Only what nobody else wants</source>
        <translation>ほかが使わない分だけ</translation>
    </message>
    <message>
        <source>As any program: for a PC that does nothing else</source>
        <translation>ほかのプログラムと同等: 専用の PC 向け</translation>
    </message>
    <message>
        <source>Keep this PC a&amp;wake while a job runs</source>
        <translation>ジョブの実行中はこの PC をスリープさせない(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Encoders:</source>
        <translation>エンコーダー(&amp;E):</translation>
    </message>
    <message>
        <source>As measured, a graphics card included</source>
        <translation>測定結果に従う(グラフィックカードを含む)</translation>
    </message>
    <message>
        <source>The processor alone, never a graphics card</source>
        <translation>プロセッサーのみ(グラフィックカードは使わない)</translation>
    </message>
    <message>
        <source>Encoders are chosen by measuring: what this PC encodes fastest at the same quality is used.</source>
        <translation>エンコーダーは測定によって選ばれます。同じ画質なら、この PC で最も速いものが使われます。</translation>
    </message>
    <message>
        <source>%1 of %2 cores of this PC: %3 % of its processor.</source>
        <translation>この PC の %2 コア中 %1 コア: プロセッサーの %3%。</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>パフォーマンス</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>Newest picture of the video</source>
        <translation>動画の最新の画像</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>画像はまだありません</translation>
    </message>
</context>
<context>
    <name>ProgramPicker</name>
    <message>
        <source>Programs that pause work</source>
        <translation>処理を一時停止させるプログラム</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>検索(&amp;S):</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>プログラム</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Making the changes</source>
        <translation>変更の適用</translation>
    </message>
    <message>
        <source>One after the other, as they were listed.</source>
        <translation>一覧の順に 1 つずつ適用します。</translation>
    </message>
    <message>
        <source>Please wait...</source>
        <translation>お待ちください...</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Framehand is ready. All of it can be changed in the settings.</source>
        <translation>Framehand の準備ができました。すべての項目は設定で変更できます。</translation>
    </message>
    <message>
        <source>The steps after that were not done. The first setup can be opened again from the settings, on the page Startup.</source>
        <translation>以降の手順は実行されませんでした。初期セットアップは、設定の「起動」ページからもう一度開くことができます。</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Use the one in the keychain</source>
        <translation>キーチェーンのものを使う</translation>
    </message>
    <message>
        <source>Show what is typed: %1</source>
        <translation>入力内容を表示: %1</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>削除: %1</translation>
    </message>
    <message>
        <source>Use the one in the keychain: %1</source>
        <translation>キーチェーンのものを使う: %1</translation>
    </message>
    <message>
        <source>The keychain cannot be read: %1</source>
        <translation>キーチェーンを読み取れません: %1</translation>
    </message>
    <message>
        <source>Not set.</source>
        <translation>設定されていません。</translation>
    </message>
    <message>
        <source>Not set, but your keychain has one for this address.</source>
        <translation>設定されていませんが、キーチェーンにこのアドレス用のものがあります。</translation>
    </message>
    <message>
        <source>Apply removes it from the keychain and from the file.</source>
        <translation>「適用」すると、キーチェーンとファイルから削除されます。</translation>
    </message>
    <message>
        <source>Set. What is typed here takes its place.</source>
        <translation>設定されています。ここに入力すると置き換わります。</translation>
    </message>
    <message>
        <source>It is a credential that the service manager hands over. It can be changed only there.</source>
        <translation>サービスマネージャーから渡される資格情報です。変更はそちらでのみ行えます。</translation>
    </message>
    <message>
        <source>The environment of the daemon has it. It can be changed only there.</source>
        <translation>デーモンの環境変数で指定されています。変更はそちらでのみ行えます。</translation>
    </message>
    <message>
        <source>This version of the daemon keeps no such secret.</source>
        <translation>このバージョンのデーモンはこれを保存できません。</translation>
    </message>
    <message>
        <source>No keychain could take it, so it is kept in the file alone: %1</source>
        <translation>保存できるキーチェーンがないため、ファイルだけに保存されています: %1</translation>
    </message>
    <message>
        <source>It could not be removed from the keychain: %1</source>
        <translation>キーチェーンから削除できませんでした: %1</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Framehand is not set up yet: it does not know where the videos are</source>
        <translation>Framehand のセットアップが未完了です: 動画の場所が指定されていません</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>残り %1</translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation>%1 fps</translation>
    </message>
    <message>
        <source>%1 times as fast as it plays</source>
        <translation>再生速度の %1 倍</translation>
    </message>
    <message>
        <source>Preparing %1</source>
        <translation>%1 を準備中</translation>
    </message>
    <message>
        <source>Preparing a video</source>
        <translation>動画を準備中</translation>
    </message>
    <message>
        <source>Copying %1 to its place</source>
        <translation>%1 を保存先にコピー中</translation>
    </message>
    <message>
        <source>Copying a video to its place</source>
        <translation>動画を保存先にコピー中</translation>
    </message>
    <message>
        <source>Reporting the end of %1</source>
        <translation>%1 の終了を報告中</translation>
    </message>
    <message>
        <source>Reporting the end of a job</source>
        <translation>ジョブの終了を報告中</translation>
    </message>
    <message>
        <source>Transcoding %1</source>
        <translation>%1 をトランスコード中</translation>
    </message>
    <message>
        <source>Transcoding a video</source>
        <translation>動画をトランスコード中</translation>
    </message>
    <message>
        <source>you are using this PC</source>
        <translation>この PC を使用中</translation>
    </message>
    <message>
        <source>nobody can tell whether this PC is in use</source>
        <translation>この PC が使用中か判別不能</translation>
    </message>
    <message>
        <source>a program fills the screen</source>
        <translation>プログラムを全画面で表示中</translation>
    </message>
    <message>
        <source>a game runs</source>
        <translation>ゲームを実行中</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 を実行中</translation>
    </message>
    <message>
        <source>other programs need the processor</source>
        <translation>ほかのプログラムがプロセッサーを使用中</translation>
    </message>
    <message>
        <source>on battery</source>
        <translation>バッテリー駆動中</translation>
    </message>
    <message>
        <source>the power saver is on</source>
        <translation>省電力モードがオン</translation>
    </message>
    <message>
        <source>outside the hours for work</source>
        <translation>実行時間帯の外</translation>
    </message>
    <message>
        <source>the network is metered</source>
        <translation>従量制ネットワークを使用中</translation>
    </message>
    <message>
        <source>this PC is too hot</source>
        <translation>この PC が高温の状態</translation>
    </message>
    <message>
        <source>this PC is too hot (%1)</source>
        <translation>この PC が高温の状態 (%1)</translation>
    </message>
    <message>
        <source>the disk for unfinished work is nearly full</source>
        <translation>作業用ディスクの空き容量が残りわずか</translation>
    </message>
    <message>
        <source>for a reason that this version does not know</source>
        <translation>このバージョンでは不明な理由</translation>
    </message>
    <message>
        <source>Goes on after %1 without input</source>
        <translation>無操作の状態が %1続くと再開します</translation>
    </message>
    <message>
        <source>Goes on once it can be told whether this PC is in use</source>
        <translation>この PC が使用中か判別できるようになると再開します</translation>
    </message>
    <message>
        <source>Goes on after the full screen is left</source>
        <translation>全画面表示が終わると再開します</translation>
    </message>
    <message>
        <source>Goes on %1 after the full screen is left</source>
        <translation>全画面表示が終わってから %1後に再開します</translation>
    </message>
    <message>
        <source>Goes on after the game ends</source>
        <translation>ゲームが終了すると再開します</translation>
    </message>
    <message>
        <source>Goes on %1 after the game ends</source>
        <translation>ゲームが終了してから %1後に再開します</translation>
    </message>
    <message>
        <source>Goes on after the program ends</source>
        <translation>プログラムが終了すると再開します</translation>
    </message>
    <message>
        <source>Goes on %1 after the program ends</source>
        <translation>プログラムが終了してから %1後に再開します</translation>
    </message>
    <message>
        <source>Goes on when the other programs are done</source>
        <translation>ほかのプログラムの処理が終わると再開します</translation>
    </message>
    <message>
        <source>Goes on %1 after the other programs are done</source>
        <translation>ほかのプログラムの処理が終わってから %1後に再開します</translation>
    </message>
    <message>
        <source>Goes on when this PC is plugged in</source>
        <translation>この PC を電源に接続すると再開します</translation>
    </message>
    <message>
        <source>Goes on %1 after this PC is plugged in</source>
        <translation>この PC を電源に接続してから %1後に再開します</translation>
    </message>
    <message>
        <source>Goes on when the power saver is switched off</source>
        <translation>省電力モードをオフにすると再開します</translation>
    </message>
    <message>
        <source>Goes on %1 after the power saver is switched off</source>
        <translation>省電力モードをオフにしてから %1後に再開します</translation>
    </message>
    <message>
        <source>Goes on once hours for work are set</source>
        <translation>実行時間帯を設定すると再開します</translation>
    </message>
    <message>
        <source>Goes on with another network</source>
        <translation>別のネットワークに切り替えると再開します</translation>
    </message>
    <message>
        <source>Goes on %1 after another network is used</source>
        <translation>別のネットワークに切り替えてから %1後に再開します</translation>
    </message>
    <message>
        <source>Goes on when this PC has cooled down</source>
        <translation>この PC の温度が下がると再開します</translation>
    </message>
    <message>
        <source>Goes on %1 after this PC has cooled down</source>
        <translation>この PC の温度が下がってから %1後に再開します</translation>
    </message>
    <message>
        <source>Goes on when there is space on the disk</source>
        <translation>ディスクに空き容量ができると再開します</translation>
    </message>
    <message>
        <source>Goes on %1 after there is space on the disk</source>
        <translation>ディスクに空き容量ができてから %1後に再開します</translation>
    </message>
    <message>
        <source>Goes on: %1</source>
        <extracomment>%1 is the daemon's own English, for a reason that is newer than this program</extracomment>
        <translation>再開の条件: %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>待機中: %1</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between causes</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Waiting: the orchestrator at %1 does not answer</source>
        <translation>待機中: オーケストレーター %1 が応答しません</translation>
    </message>
    <message>
        <source>Paused by you</source>
        <translation>手動で一時停止中</translation>
    </message>
    <message>
        <source>Framehand cannot run</source>
        <translation>Framehand を実行できません</translation>
    </message>
    <message>
        <source>Cannot work</source>
        <translation>処理を実行できません</translation>
    </message>
    <message>
        <source>Framehand is starting</source>
        <translation>Framehand を起動中</translation>
    </message>
    <message>
        <source>Framehand does not run</source>
        <translation>Framehand は実行されていません</translation>
    </message>
    <message>
        <source>This PC hands out jobs and takes none itself</source>
        <translation>この PC はジョブの割り当てのみを行っています</translation>
    </message>
    <message>
        <source>Finding out what this PC can do</source>
        <translation>この PC の性能を確認中</translation>
    </message>
    <message>
        <source>Ready, there is no job</source>
        <translation>準備完了、ジョブはありません</translation>
    </message>
    <message>
        <source>Then paused until %1</source>
        <comment>a time of day</comment>
        <translation>その後、%1 まで一時停止します</translation>
    </message>
    <message>
        <source>Then paused until tomorrow, %1</source>
        <translation>その後、明日 %1 まで一時停止します</translation>
    </message>
    <message>
        <source>Then paused until %1</source>
        <comment>a date with a time</comment>
        <translation>その後、%1 まで一時停止します</translation>
    </message>
    <message>
        <source>Then paused until you resume</source>
        <translation>その後、手動で再開するまで一時停止します</translation>
    </message>
    <message>
        <source>Then it pauses</source>
        <translation>その後、一時停止します</translation>
    </message>
    <message>
        <source>Until %1</source>
        <comment>a time of day</comment>
        <translation>%1 まで</translation>
    </message>
    <message>
        <source>Until tomorrow, %1</source>
        <translation>明日 %1 まで</translation>
    </message>
    <message>
        <source>Until %1</source>
        <comment>a date with a time</comment>
        <translation>%1 まで</translation>
    </message>
    <message>
        <source>Until you resume</source>
        <translation>手動で再開するまで</translation>
    </message>
    <message>
        <source>Paused by you until %1</source>
        <comment>a time of day</comment>
        <translation>手動で一時停止中 (%1 まで)</translation>
    </message>
    <message>
        <source>Paused by you until tomorrow, %1</source>
        <translation>手動で一時停止中 (明日 %1 まで)</translation>
    </message>
    <message>
        <source>Paused by you until %1</source>
        <comment>a date with a time</comment>
        <translation>手動で一時停止中 (%1 まで)</translation>
    </message>
    <message>
        <source>Paused by you until you resume</source>
        <translation>手動で一時停止中 (手動で再開するまで)</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>two sentences</comment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>Cannot work: what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a rung and its size: 1080p 1.2 GB</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Takes %1 of a processor core and %2 of memory</source>
        <translation>プロセッサー 1 コアの %1 とメモリー %2 を使用中</translation>
    </message>
    <message>
        <source>Takes %1 of a processor core and %2 of memory; the GPU is %3 busy</source>
        <translation>プロセッサー 1 コアの %1 とメモリー %2 を使用中、GPU 使用率は %3</translation>
    </message>
</context>
<context>
    <name>ServicePanel</name>
    <message>
        <source>A background service works without the app: it starts at login, without icon and window, is started again after a crash, and goes on when the app is closed. The app then only shows what it does.</source>
        <translation>バックグラウンドサービスはアプリなしで動作します。ログイン時にアイコンやウィンドウなしで起動し、クラッシュしても再起動され、アプリを閉じても動作し続けます。その場合、アプリは動作状況の表示だけを行います。</translation>
    </message>
    <message>
        <source>How the service stands</source>
        <translation>サービスの状態</translation>
    </message>
    <message>
        <source>&amp;Install the service</source>
        <translation>サービスをインストール(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Remove the service</source>
        <translation>サービスを削除(&amp;R)</translation>
    </message>
    <message>
        <source>Start it no&amp;w</source>
        <translation>今すぐ開始(&amp;W)</translation>
    </message>
    <message>
        <source>S&amp;top it now</source>
        <translation>今すぐ停止(&amp;T)</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>操作の結果</translation>
    </message>
    <message>
        <source>Please wait...</source>
        <translation>お待ちください...</translation>
    </message>
    <message>
        <source>Asking the service manager...</source>
        <translation>サービスマネージャーに問い合わせ中...</translation>
    </message>
    <message>
        <source>A service cannot be used here: %1</source>
        <translation>ここではサービスを使用できません: %1</translation>
    </message>
    <message>
        <source>The service is installed and does not run now.</source>
        <translation>サービスはインストールされていますが、現在は実行されていません。</translation>
    </message>
    <message>
        <source>The service is not installed.</source>
        <translation>サービスはインストールされていません。</translation>
    </message>
    <message>
        <source>The service is starting.</source>
        <translation>サービスを開始しています。</translation>
    </message>
    <message>
        <source>The service runs.</source>
        <translation>サービスは実行中です。</translation>
    </message>
    <message>
        <source>The service runs: %1</source>
        <translation>サービスは実行中です: %1</translation>
    </message>
    <message>
        <source>The service is stopping.</source>
        <translation>サービスを停止しています。</translation>
    </message>
    <message>
        <source>The service has failed: %1</source>
        <translation>サービスが失敗しました: %1</translation>
    </message>
    <message>
        <source>It is installed already.</source>
        <translation>すでにインストールされています。</translation>
    </message>
    <message>
        <source>It is not installed.</source>
        <translation>インストールされていません。</translation>
    </message>
    <message>
        <source>It runs already.</source>
        <translation>すでに実行中です。</translation>
    </message>
    <message>
        <source>It must be installed first.</source>
        <translation>先にインストールする必要があります。</translation>
    </message>
    <message>
        <source>It does not run.</source>
        <translation>実行されていません。</translation>
    </message>
    <message>
        <source>A background service works without the app: it starts with the machine, before anybody logs in, without icon and window, is started again after every failure, and goes on when you log out. The app then only shows what it does. To install and to remove it takes an administrator.</source>
        <translation>バックグラウンドサービスはアプリなしで動作します。だれかがログインする前に、アイコンやウィンドウなしでコンピューターとともに起動し、失敗するたびに再起動され、ログアウトしても動作し続けます。その場合、アプリは動作状況の表示だけを行います。インストールと削除には管理者が必要です。</translation>
    </message>
    <message>
        <source>It suits a PC on which seldom anybody is logged in. On any other one let the app start at login instead: many graphics cards encode only in the session of somebody who has logged in, and a service sees neither keyboard and mouse nor what fills the screen unless the app runs beside it and tells it.</source>
        <translation>ログインしている人がほとんどいない PC に向いています。それ以外の PC では、代わりにログイン時にアプリを起動してください。多くのグラフィックカードは、ログインしている人のセッションでしかエンコードできません。また、アプリが同時に動作して知らせない限り、サービスにはキーボードやマウスの操作も全画面表示も見えません。</translation>
    </message>
    <message>
        <source>Give it shares by their names in the network, such as \\nas\videos: a service has no drive letters. If a share asks for a password, open Services in Windows, and under Framehand, Properties, Log On, name an account that may use the share.</source>
        <translation>共有フォルダーは \\nas\videos のようなネットワーク上の名前で指定してください。サービスにはドライブ文字がありません。共有フォルダーがパスワードを求める場合は、Windows の「サービス」を開き、Framehand の「プロパティ」の「ログオン」で、その共有フォルダーを使えるアカウントを指定してください。</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Restart now</source>
        <translation>今すぐ再起動</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Settings of Framehand</source>
        <translation>Framehand の設定</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>設定のページ</translation>
    </message>
    <message>
        <source>What became of the settings</source>
        <translation>設定の適用結果</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>適用(&amp;A)</translation>
    </message>
    <message>
        <source>The settings of the daemon cannot be read: %1</source>
        <translation>デーモンの設定を読み込めません: %1</translation>
    </message>
    <message>
        <source>There is a mistake in the settings, so that they cannot be applied.</source>
        <translation>設定に誤りがあるため、適用できません。</translation>
    </message>
    <message>
        <source>In force now: %1</source>
        <translation>反映済み: %1</translation>
    </message>
    <message>
        <source>In force with the next job: %1</source>
        <translation>次のジョブから反映: %1</translation>
    </message>
    <message>
        <source>In force after a restart of the daemon: %1</source>
        <translation>デーモンの再起動後に反映: %1</translation>
    </message>
    <message>
        <source>Written, but decided by %1: %2</source>
        <translation>書き込みましたが、%1 の指定が優先されます: %2</translation>
    </message>
    <message>
        <source>The daemon is restarted...</source>
        <translation>デーモンを再起動中...</translation>
    </message>
    <message>
        <source>The daemon was restarted with the settings as they are now.</source>
        <translation>現在の設定でデーモンを再起動しました。</translation>
    </message>
</context>
<context>
    <name>SettingsTable</name>
    <message>
        <source>at once</source>
        <translation>すぐに</translation>
    </message>
    <message>
        <source>with the next job</source>
        <translation>次のジョブから</translation>
    </message>
    <message>
        <source>after a restart</source>
        <translation>再起動後</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>既定値</translation>
    </message>
    <message>
        <source>Takes effect</source>
        <translation>反映</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>説明</translation>
    </message>
</context>
<context>
    <name>SizeWords</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>Move &amp;up</source>
        <translation>上へ(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下へ(&amp;D)</translation>
    </message>
    <message>
        <source>Take &amp;jobs from:</source>
        <translation>ジョブの取得元(&amp;J):</translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>It is not checked in the list above, so that no jobs are taken from it.</source>
        <translation>上の一覧でチェックが付いていないため、ここからはジョブを受け取りません。</translation>
    </message>
    <message>
        <source>This version of the daemon cannot test it.</source>
        <translation>このバージョンのデーモンではテストできません。</translation>
    </message>
    <message>
        <source>Its other settings are on the page Advanced, where their names begin with "%1".</source>
        <translation>その他の設定は「詳細」ページにあり、名前が「%1」で始まります。</translation>
    </message>
</context>
<context>
    <name>SourcePanels</name>
    <message>
        <source>A pipeline of queues in Redis: one message for each video, which is transcoded, checked, and put in the place of the original.</source>
        <translation>Redis のキューによるパイプラインです。動画ごとに 1 件のメッセージがあり、トランスコード、検査の後、元のファイルと置き換えられます。</translation>
    </message>
    <message>
        <source>Add&amp;ress of the Redis server:</source>
        <translation>Redis サーバーのアドレス(&amp;R):</translation>
    </message>
    <message>
        <source>&amp;Password of the Redis server:</source>
        <translation>Redis サーバーのパスワード(&amp;P):</translation>
    </message>
    <message>
        <source>Its &amp;queues are:</source>
        <translation>キューの種類(&amp;Q):</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>リスト</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>ストリーム</translation>
    </message>
    <message>
        <source>What this PC does &amp;in the pipeline:</source>
        <translation>パイプラインでのこの PC の役割(&amp;I):</translation>
    </message>
    <message>
        <source>Names of its keys &amp;begin with:</source>
        <translation>キー名の先頭(&amp;B):</translation>
    </message>
    <message>
        <source>Other names of the &amp;folder with the videos:</source>
        <translation>動画フォルダーの別名(&amp;F):</translation>
    </message>
    <message>
        <source>Keep the origina&amp;l as .bak when a better file takes its place</source>
        <translation>より良いファイルで置き換えるとき、元のファイルを .bak として残す(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Test Redis</source>
        <translation>Redis をテスト(&amp;T)</translation>
    </message>
    <message>
        <source>This PC takes its turns beside Celery's own workers, for one task. Videos are in the object storage.</source>
        <translation>この PC は Celery 自身のワーカーと並んで、1 種類のタスクを処理します。動画はオブジェクトストレージにあります。</translation>
    </message>
    <message>
        <source>Add&amp;ress of Celery's Redis server:</source>
        <translation>Celery の Redis サーバーのアドレス(&amp;R):</translation>
    </message>
    <message>
        <source>&amp;Password of Celery's Redis server:</source>
        <translation>Celery の Redis サーバーのパスワード(&amp;P):</translation>
    </message>
    <message>
        <source>Celery's &amp;queue:</source>
        <translation>Celery のキュー(&amp;Q):</translation>
    </message>
    <message>
        <source>&amp;Name of the task that transcodes:</source>
        <translation>トランスコードするタスクの名前(&amp;N):</translation>
    </message>
    <message>
        <source>Celery's &amp;bucket of inputs and outputs:</source>
        <translation>Celery の入出力用バケット(&amp;B):</translation>
    </message>
    <message>
        <source>&amp;Test Celery</source>
        <translation>Celery をテスト(&amp;T)</translation>
    </message>
    <message>
        <source>The queues of a video service in Node.js, one for each resolution. Videos are in the object storage.</source>
        <translation>Node.js による動画サービスのキューで、解像度ごとに 1 つあります。動画はオブジェクトストレージにあります。</translation>
    </message>
    <message>
        <source>Add&amp;ress of the queues' Redis server:</source>
        <translation>キューの Redis サーバーのアドレス(&amp;R):</translation>
    </message>
    <message>
        <source>&amp;Password of the queues' Redis server:</source>
        <translation>キューの Redis サーバーのパスワード(&amp;P):</translation>
    </message>
    <message>
        <source>&amp;Queues, the preferred first:</source>
        <translation>キュー(優先順)(&amp;Q):</translation>
    </message>
    <message>
        <source>The &amp;library that keeps them:</source>
        <translation>管理しているライブラリ(&amp;L):</translation>
    </message>
    <message>
        <source>Whichever it is</source>
        <translation>自動判別</translation>
    </message>
    <message>
        <source>Bucket of the queues' &amp;inputs:</source>
        <translation>キューの入力用バケット(&amp;I):</translation>
    </message>
    <message>
        <source>&amp;Bucket of the queues' outputs:</source>
        <translation>キューの出力用バケット(&amp;B):</translation>
    </message>
    <message>
        <source>Address of the ser&amp;vice's database:</source>
        <translation>サービスのデータベースのアドレス(&amp;V):</translation>
    </message>
    <message>
        <source>Password of t&amp;he service's database:</source>
        <translation>サービスのデータベースのパスワード(&amp;H):</translation>
    </message>
    <message>
        <source>&amp;Test the queues</source>
        <translation>キューをテスト(&amp;T)</translation>
    </message>
    <message>
        <source>Each message is a GStreamer pipeline from one object of the object storage to another.</source>
        <translation>各メッセージは、オブジェクトストレージのあるオブジェクトから別のオブジェクトへの GStreamer パイプラインです。</translation>
    </message>
    <message>
        <source>Add&amp;ress of the RabbitMQ server:</source>
        <translation>RabbitMQ サーバーのアドレス(&amp;R):</translation>
    </message>
    <message>
        <source>&amp;Password of the RabbitMQ server:</source>
        <translation>RabbitMQ サーバーのパスワード(&amp;P):</translation>
    </message>
    <message>
        <source>RabbitMQ's &amp;bucket of inputs and outputs:</source>
        <translation>RabbitMQ の入出力用バケット(&amp;B):</translation>
    </message>
    <message>
        <source>&amp;Test RabbitMQ</source>
        <translation>RabbitMQ をテスト(&amp;T)</translation>
    </message>
    <message>
        <source>Object storage</source>
        <translation>オブジェクトストレージ</translation>
    </message>
    <message>
        <source>Amazon S3, MinIO, Ceph or another one that speaks their language.</source>
        <translation>Amazon S3、MinIO、Ceph、またはそれらと互換性のあるもの。</translation>
    </message>
    <message>
        <source>Addr&amp;ess of the object storage:</source>
        <translation>オブジェクトストレージのアドレス(&amp;E):</translation>
    </message>
    <message>
        <source>Access &amp;key of the object storage:</source>
        <translation>オブジェクトストレージのアクセスキー(&amp;K):</translation>
    </message>
    <message>
        <source>Secret ke&amp;y of the object storage:</source>
        <translation>オブジェクトストレージのシークレットキー(&amp;Y):</translation>
    </message>
    <message>
        <source>Re&amp;gion of the object storage:</source>
        <translation>オブジェクトストレージのリージョン(&amp;G):</translation>
    </message>
    <message>
        <source>Ho&amp;w its URLs name a bucket:</source>
        <translation>URL でのバケットの指定方法(&amp;W):</translation>
    </message>
    <message>
        <source>In the path: http://server/bucket</source>
        <translation>パスの中: http://server/bucket</translation>
    </message>
    <message>
        <source>Before the server: http://bucket.server</source>
        <translation>サーバー名の前: http://bucket.server</translation>
    </message>
    <message>
        <source>Test the &amp;object storage</source>
        <translation>オブジェクトストレージをテスト(&amp;O)</translation>
    </message>
</context>
<context>
    <name>SourceTitles</name>
    <message>
        <source>Orchestrator</source>
        <translation>オーケストレーター</translation>
    </message>
    <message>
        <source>Redis lists or streams</source>
        <translation>Redis のリストまたはストリーム</translation>
    </message>
    <message>
        <source>Celery on Redis</source>
        <translation>Redis 上の Celery</translation>
    </message>
    <message>
        <source>BullMQ or Bull</source>
        <translation>BullMQ または Bull</translation>
    </message>
</context>
<context>
    <name>StartupPage</name>
    <message>
        <source>&amp;Start Framehand in the tray when I log in</source>
        <translation>ログイン時に Framehand をトレイで起動する(&amp;L)</translation>
    </message>
    <message>
        <source>The app</source>
        <translation>アプリ</translation>
    </message>
    <message>
        <source>The icon appears in the tray, and the app starts the daemon, which does the work, unless one runs already. Both end when you log out. This is written in %1</source>
        <translation>トレイにアイコンが表示され、処理を行うデーモンが未起動の場合はアプリが起動します。どちらもログアウトすると終了します。保存先: %1</translation>
    </message>
    <message>
        <source>The daemon as a background service</source>
        <translation>バックグラウンドサービスとしてのデーモン</translation>
    </message>
    <message>
        <source>Open the first set&amp;up again...</source>
        <translation>初期セットアップをもう一度開く(&amp;U)...</translation>
    </message>
    <message>
        <source>Startup</source>
        <translation>起動</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>All videos are read below one folder, usually a share of a NAS that is mounted on this PC, and the finished packages are written below it.</source>
        <translation>動画はすべて 1 つのフォルダー (通常は、この PC にマウントした NAS の共有フォルダー) 以下から読み込まれ、完成したパッケージもその中に書き込まれます。</translation>
    </message>
    <message>
        <source>&amp;Folder with the videos:</source>
        <translation>動画フォルダー(&amp;F):</translation>
    </message>
    <message>
        <source>&amp;Test reading, writing and renaming</source>
        <translation>読み取り、書き込み、名前の変更をテスト(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Staging folder on a local disk:</source>
        <translation>ローカルディスク上の作業用フォルダー(&amp;S):</translation>
    </message>
    <message>
        <source>&amp;Keep free on both:</source>
        <translation>両方で確保する空き容量(&amp;K):</translation>
    </message>
    <message>
        <source>&amp;Pause when less is free in the staging folder:</source>
        <translation>一時停止する作業用フォルダーの空き容量(&amp;P):</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>ストレージ</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>This will be changed</source>
        <translation>変更の確認</translation>
    </message>
    <message>
        <source>Nothing of it is done yet. Apply makes these changes and starts the work; Cancel changes nothing.</source>
        <translation>まだ何も変更されていません。「適用」を押すと変更を行って処理を開始します。「キャンセル」を押すと何も変更しません。</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>適用(&amp;A)</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>すべての変更</translation>
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
        <translation>変更はありません。すべて希望どおりに設定済みです。この設定でデーモンを起動します。</translation>
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
        <translation>レポートは、次の内容を含む 1 つのテキストファイルです:
• Framehand とオペレーティングシステムのバージョン
• ワーカーの現在の動作
• すべての設定 (アドレスとフォルダーは含みますが、パスワードなどの機密情報は含みません)
• この PC でエンコードできる形式
• 診断の結果
• ログの最新の行 (ファイル名を含みます)

この PC に保存されるだけで、どこにも送信されません。ほかの人に渡す前に内容を確認してください。</translation>
    </message>
</context>
<context>
    <name>TestPanel</name>
    <message>
        <source>Testing...</source>
        <translation>テスト中...</translation>
    </message>
</context>
<context>
    <name>ThisPcPage</name>
    <message>
        <source>Problem with the settings</source>
        <translation>設定の問題</translation>
    </message>
    <message>
        <source>This PC</source>
        <translation>この PC</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>プロセッサー</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリー</translation>
    </message>
    <message>
        <source>Graphics</source>
        <translation>グラフィック</translation>
    </message>
    <message>
        <source>FFmpeg libraries</source>
        <translation>FFmpeg ライブラリー</translation>
    </message>
    <message>
        <source>Encoders, as measured by really encoding with them</source>
        <translation>エンコーダー (実際にエンコードして測定)</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>エンコーダー</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>エンコーダー</translation>
    </message>
    <message>
        <source>Codec</source>
        <translation>コーデック</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>使用可能</translation>
    </message>
    <message>
        <source>Frames a second at 720p</source>
        <translation>フレームレート (720p)</translation>
    </message>
    <message>
        <source>Largest picture</source>
        <translation>最大解像度</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>使用できない理由</translation>
    </message>
    <message>
        <source>Why the encoders are not known</source>
        <translation>エンコーダーが不明な理由</translation>
    </message>
    <message>
        <source>&amp;Measure again</source>
        <translation>再測定(&amp;A)</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>測定の進行状況</translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation>診断</translation>
    </message>
    <message>
        <source>What happens now</source>
        <translation>現在の動作</translation>
    </message>
    <message>
        <source>Everything that is needed is being examined; this can take a moment.</source>
        <translation>必要な項目をすべて診断しています。しばらく時間がかかることがあります。</translation>
    </message>
    <message>
        <source>Why nothing could be examined</source>
        <translation>診断できなかった理由</translation>
    </message>
    <message>
        <source>&amp;Examine again</source>
        <translation>再診断(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>テキストとしてコピー(&amp;C)</translation>
    </message>
    <message>
        <source>The settings as they are now could not be started with, so the former ones are in use: %1</source>
        <translation>現在の設定では起動できなかったため、以前の設定を使用しています: %1</translation>
    </message>
    <message>
        <source>What was looked at</source>
        <translation>診断項目</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>診断結果</translation>
    </message>
    <message>
        <source>What to do about it</source>
        <translation>対処方法</translation>
    </message>
</context>
<context>
    <name>ThisPcWords</name>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n コア</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>processor, cores</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>None found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>%1, driver %2</source>
        <translation>%1、ドライバー %2</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>No</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>width, height</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Trying %1 (%2 of %3)</source>
        <translation>%1 を試行中 (%2/%3)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Orchestrator</source>
        <translation>オーケストレーター</translation>
    </message>
    <message>
        <source>Background service</source>
        <translation>バックグラウンドサービス</translation>
    </message>
    <message>
        <source>Share with the videos</source>
        <translation>動画の共有フォルダー</translation>
    </message>
    <message>
        <source>Reading from the share</source>
        <translation>共有フォルダーからの読み取り</translation>
    </message>
    <message>
        <source>Writing to the share</source>
        <translation>共有フォルダーへの書き込み</translation>
    </message>
    <message>
        <source>Space for unfinished videos</source>
        <translation>未完成の動画用の空き容量</translation>
    </message>
    <message>
        <source>Space on the share</source>
        <translation>共有フォルダーの空き容量</translation>
    </message>
    <message>
        <source>Folder for unfinished videos</source>
        <translation>未完成の動画用フォルダー</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>エンコーダー</translation>
    </message>
    <message>
        <source>Protection against harmful videos</source>
        <translation>悪意のある動画からの保護</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>問題なし</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>問題あり</translation>
    </message>
    <message>
        <source>Measure the encoders again</source>
        <translation>エンコーダーを再測定</translation>
    </message>
    <message>
        <source>Change this setting...</source>
        <translation>この設定を変更...</translation>
    </message>
    <message>
        <source>Processor: %1</source>
        <translation>プロセッサー: %1</translation>
    </message>
    <message>
        <source>Memory: %1</source>
        <translation>メモリー: %1</translation>
    </message>
    <message>
        <source>Graphics: %1</source>
        <translation>グラフィック: %1</translation>
    </message>
    <message>
        <source>FFmpeg libraries: %1</source>
        <translation>FFmpeg ライブラリー: %1</translation>
    </message>
    <message>
        <source>%1: does not work: %2</source>
        <translation>%1: 使用不可: %2</translation>
    </message>
    <message>
        <source>%1: works, %2 frames a second at 720p</source>
        <translation>%1: 使用可能、毎秒 %2 フレーム (720p)</translation>
    </message>
    <message>
        <source>%1: works</source>
        <translation>%1: 使用可能</translation>
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
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 時間</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 時間 %2 分</translation>
    </message>
</context>
<context>
    <name>TokenPanel</name>
    <message>
        <source>Access to&amp;ken:</source>
        <translation>アクセストークン(&amp;K):</translation>
    </message>
    <message>
        <source>An orchestrator may ask for an access token. This PC shows it to its orchestrator; if it is the orchestrator itself, all others must show it.</source>
        <translation>オーケストレーターはアクセストークンを求めることがあります。この PC はそれを自分のオーケストレーターに提示します。この PC 自身がオーケストレーターの場合は、他のすべての PC が提示する必要があります。</translation>
    </message>
    <message>
        <source>An access token has from %1 to %2 characters: letters, digits and -._~+/, and = at its end.</source>
        <translation>アクセストークンは %1 ～ %2 文字です。使えるのは英字、数字、-._~+/ と、末尾の = です。</translation>
    </message>
    <message>
        <source>It is kept in your keychain and, because the daemon also works while nobody is logged in to unlock a keychain, in a file that only you can read: %1</source>
        <translation>アクセストークンはキーチェーンに保存されます。また、デーモンは誰もログインしておらずキーチェーンのロックを解除できないときにも動作するため、本人だけが読み取れるファイルにも保存されます: %1</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Open Framehand</source>
        <translation>Framehand を開く(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>再開(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Finish this job, then pause</source>
        <translation>このジョブの完了後に一時停止(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Ignore "in use" for 1 hour</source>
        <translation>「使用中」を 1 時間無視(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Heed "in use" again</source>
        <translation>「使用中」の無視を解除(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Start Framehand</source>
        <translation>Framehand を起動(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;ettings...</source>
        <translation>設定(&amp;E)...</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>WeekGridWidget</name>
    <message>
        <source>Hours of the week in which to work</source>
        <translation>処理を実行する曜日と時間帯</translation>
    </message>
    <message>
        <source>Drag over hours to allow them, or to forbid them again. With the keyboard: arrow keys, Shift to take more hours, Space to change them.</source>
        <translation>ドラッグして時間帯の許可と禁止を切り替えます。キーボードでは、矢印キーで移動、Shift で複数選択、Space で切り替えます。</translation>
    </message>
    <message>
        <source>%1, hour from %2: work is allowed</source>
        <translation>%1 %2 からの 1 時間: 実行を許可</translation>
    </message>
    <message>
        <source>%1, hour from %2: work is allowed in a part of it</source>
        <translation>%1 %2 からの 1 時間: 一部で実行を許可</translation>
    </message>
    <message>
        <source>%1, hour from %2: no work</source>
        <translation>%1 %2 からの 1 時間: 実行しない</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome to Framehand</source>
        <translation>Framehand へようこそ</translation>
    </message>
    <message>
        <source>A few questions, and this PC turns videos into streams. Nothing is changed before you have seen a list of all changes.</source>
        <translation>いくつかの質問に答えるだけで、この PC が動画をストリームに変換します。すべての変更を一覧で確認するまで、何も変更されません。</translation>
    </message>
    <message>
        <source>This was found:</source>
        <translation>検出結果:</translation>
    </message>
    <message>
        <source>Daemon, which does the work</source>
        <translation>デーモン (処理を実行)</translation>
    </message>
    <message>
        <source>it is being started</source>
        <translation>起動中</translation>
    </message>
    <message>
        <source>it runs</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>設定ファイル</translation>
    </message>
    <message>
        <source>%1 is there and is changed, line by line</source>
        <translation>既存の %1 を行単位で変更します</translation>
    </message>
    <message>
        <source>%1 is made new</source>
        <translation>%1 を新規作成します</translation>
    </message>
    <message>
        <source>Shares of other machines</source>
        <translation>ほかのマシンの共有フォルダー</translation>
    </message>
    <message>
        <source>none is mounted on this PC</source>
        <translation>この PC にはマウントされていません</translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>Start Framehand in the tray when I &amp;log in</source>
        <translation>ログイン時に Framehand をトレイで起動する(&amp;L)</translation>
    </message>
    <message>
        <source>Also work as a background &amp;service, without the app</source>
        <translation>アプリなしでもバックグラウンドサービスとして動作する(&amp;S)</translation>
    </message>
    <message>
        <source>When may this PC work?</source>
        <translation>処理を実行するタイミング</translation>
    </message>
    <message>
        <source>Finer rules, and hours of the week, are in the settings.</source>
        <translation>より細かいルールや曜日と時間帯は、設定で指定できます。</translation>
    </message>
    <message>
        <source>&amp;Whenever nobody uses it</source>
        <translation>誰も使用していないとき(&amp;W)</translation>
    </message>
    <message>
        <source>Work pauses within a second of the first key or movement, and goes on after five minutes without.</source>
        <translation>キーやマウスの操作から 1 秒以内に処理を一時停止し、無操作の状態が 5 分続くと再開します。</translation>
    </message>
    <message>
        <source>Only at ni&amp;ght</source>
        <translation>夜間のみ(&amp;G)</translation>
    </message>
    <message>
        <source>From 22:00 to 07:00, and only while nobody uses it.</source>
        <translation>22:00 から 07:00 まで、誰も使用していないときだけ実行します。</translation>
    </message>
    <message>
        <source>&amp;Always</source>
        <translation>常時(&amp;A)</translation>
    </message>
    <message>
        <source>Also while you use it, at the lowest priority. Games, full-screen programs and battery still pause it.</source>
        <translation>使用中も最低の優先度で実行します。ゲーム、全画面のプログラム、バッテリー駆動の間は一時停止します。</translation>
    </message>
    <message>
        <source>Lea&amp;ve it as it is now</source>
        <translation>今のままにする(&amp;V)</translation>
    </message>
    <message>
        <source>The hours and rules that are in the settings stay.</source>
        <translation>設定にある時間帯とルールはそのまま残ります。</translation>
    </message>
    <message>
        <source>What starts by itself</source>
        <translation>自動的に起動するもの</translation>
    </message>
    <message>
        <source>It starts with the machine, and an administrator must agree. It needs the share by its name in the network, such as \\nas\videos, and often cannot use the graphics card; for a PC that somebody uses, the start at login above is the better choice.</source>
        <translation>コンピューターとともに起動し、管理者の同意が必要です。共有フォルダーは \\nas\videos のようなネットワーク上の名前で指定する必要があり、グラフィックカードを使えないことがよくあります。だれかが使う PC では、上のログイン時の起動の方が適しています。</translation>
    </message>
</context>
</TS>
