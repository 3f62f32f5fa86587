<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AdvancedPage</name>
    <message>
        <source>Back to the &amp;default</source>
        <translation>恢复默认值(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>搜索(&amp;S):</translation>
    </message>
    <message>
        <source>Other settings</source>
        <translation>其他设置</translation>
    </message>
    <message>
        <source>What the chosen setting may be</source>
        <translation>所选设置的可用值</translation>
    </message>
    <message>
        <source>Settings file: %1</source>
        <translation>配置文件：%1</translation>
    </message>
    <message>
        <source>Choose a setting to see what it may be. A double click or F2 changes its value.</source>
        <translation>选择一项设置可查看其可用值。双击或按 F2 可更改其值。</translation>
    </message>
    <message>
        <source>Decided by %1, which goes before the settings file.</source>
        <translation>由 %1 决定，其优先级高于配置文件。</translation>
    </message>
    <message>
        <source>%1. Expected: %2.</source>
        <translation>%1。可用值：%2。</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>配色(&amp;C):</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L):</translation>
    </message>
    <message>
        <source>Another language is shown from the next start of the app on.</source>
        <translation>语言更改将在下次启动应用后生效。</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>What the test found</source>
        <translation>测试结果</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ConnectionPage</name>
    <message>
        <source>An &amp;orchestrator hands out the jobs</source>
        <translation>由编排器分发任务(&amp;O)</translation>
    </message>
    <message>
        <source>This PC is the orchestrator and works for &amp;itself</source>
        <translation>本机作为编排器并处理自己的任务(&amp;I)</translation>
    </message>
    <message>
        <source>Add&amp;ress of the orchestrator:</source>
        <translation>编排器地址(&amp;R):</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>测试连接(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Listens on the address:</source>
        <translation>监听地址(&amp;L):</translation>
    </message>
    <message>
        <source>On the &amp;port:</source>
        <translation>端口(&amp;P):</translation>
    </message>
    <message>
        <source>&amp;Name of this worker:</source>
        <translation>此工作节点的名称(&amp;N):</translation>
    </message>
    <message>
        <source>127.0.0.1 is for this PC alone; 0.0.0.0 lets other PCs of your network work for it: those that know the access token below, or all if there is none.</source>
        <translation>127.0.0.1 仅供本机使用；0.0.0.0 允许网络中的其他电脑为本机工作：仅限知道下方访问令牌的电脑；若没有令牌，则为所有电脑。</translation>
    </message>
    <message>
        <source>The daemon that runs now was not started by this app. It becomes its own orchestrator with a restart if it is the service; if it was started as "framehandd worker", it does not.</source>
        <translation>当前运行的守护进程不是由此应用启动的。如果它是后台服务，重启后会作为自己的编排器；如果它以“framehandd worker”启动，则不会。</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Other &amp;job sources...</source>
        <translation>其他任务来源(&amp;J)...</translation>
    </message>
    <message>
        <source>No orchestrator is asked for jobs. They come from: %1</source>
        <translation>不向编排器请求任务。任务来自：%1</translation>
    </message>
    <message>
        <source>Jobs come from these sources, and the first is preferred: %1</source>
        <translation>任务来自以下来源，排在最前的优先：%1</translation>
    </message>
    <message>
        <source>Jobs can also come from Redis, Celery, BullMQ or RabbitMQ.</source>
        <translation>任务也可以来自 Redis、Celery、BullMQ 或 RabbitMQ。</translation>
    </message>
</context>
<context>
    <name>FieldForm</name>
    <message>
        <source>Choose...</source>
        <translation>选择...</translation>
    </message>
    <message>
        <source>Choose the folder: %1</source>
        <translation>选择文件夹：%1</translation>
    </message>
    <message>
        <source>Decided by %1, which goes before the settings file.</source>
        <translation>由 %1 决定，其优先级高于配置文件。</translation>
    </message>
    <message>
        <source>This version of the daemon does not know it.</source>
        <translation>此版本的守护进程不支持该设置。</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>starts at login</source>
        <translation>登录时启动</translation>
    </message>
    <message>
        <source>does not start at login</source>
        <translation>登录时不启动</translation>
    </message>
    <message>
        <source>Background service of this user</source>
        <translation>此用户的后台服务</translation>
    </message>
    <message>
        <source>not installed by this setup</source>
        <translation>此设置向导未安装</translation>
    </message>
    <message>
        <source>installed and started</source>
        <translation>安装并启动</translation>
    </message>
    <message>
        <source>The settings are written into %1</source>
        <translation>设置已写入 %1</translation>
    </message>
    <message>
        <source>Framehand starts at the next login</source>
        <translation>Framehand 将在下次登录时启动</translation>
    </message>
    <message>
        <source>Framehand no longer starts at login</source>
        <translation>Framehand 不再于登录时启动</translation>
    </message>
    <message>
        <source>The daemon starts with these settings</source>
        <translation>守护进程已使用这些设置启动</translation>
    </message>
    <message>
        <source>The service is installed and runs</source>
        <translation>服务已安装并正在运行</translation>
    </message>
    <message>
        <source>Background service of this machine</source>
        <translation>此计算机的后台服务</translation>
    </message>
</context>
<context>
    <name>FirstRunWizard</name>
    <message>
        <source>Set up Framehand</source>
        <translation>设置 Framehand</translation>
    </message>
    <message>
        <source>Set up Framehand: %1</source>
        <translation>设置 Framehand：%1</translation>
    </message>
</context>
<context>
    <name>HistoryDetail</name>
    <message>
        <source>Job: %1</source>
        <translation>任务：%1</translation>
    </message>
    <message>
        <source>Video:</source>
        <translation>视频：</translation>
    </message>
    <message>
        <source>Result:</source>
        <translation>结果：</translation>
    </message>
    <message>
        <source>Began:</source>
        <translation>开始时间：</translation>
    </message>
    <message>
        <source>Ended:</source>
        <translation>结束时间：</translation>
    </message>
    <message>
        <source>Took, with pauses:</source>
        <translation>用时（含暂停）：</translation>
    </message>
    <message>
        <source>Took, without pauses:</source>
        <translation>用时（不含暂停）：</translation>
    </message>
    <message>
        <source>Speed:</source>
        <translation>速度：</translation>
    </message>
    <message>
        <source>Size before:</source>
        <translation>转码前大小：</translation>
    </message>
    <message>
        <source>Size after:</source>
        <translation>转码后大小：</translation>
    </message>
    <message>
        <source>Made:</source>
        <translation>生成的版本：</translation>
    </message>
    <message>
        <source>Folder on the share:</source>
        <translation>共享中的文件夹：</translation>
    </message>
    <message>
        <source>Playlist:</source>
        <translation>播放列表：</translation>
    </message>
    <message>
        <source>Job's id:</source>
        <translation>任务 ID：</translation>
    </message>
    <message>
        <source>Error:</source>
        <translation>错误：</translation>
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
        <translation>原因：</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>复制(&amp;O)</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between renditions</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>Attempts:</source>
        <translation>尝试次数：</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Size before</source>
        <translation>转码前大小</translation>
    </message>
    <message>
        <source>Size after</source>
        <translation>转码后大小</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Why the list is not up to date</source>
        <translation>列表未更新的原因</translation>
    </message>
    <message>
        <source>How many jobs are listed</source>
        <translation>列出的任务数</translation>
    </message>
    <message>
        <source>What became of the last wish</source>
        <translation>上次操作的结果</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>搜索(&amp;S):</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Words in the name, the id or the error</source>
        <translation>名称、ID 或错误中的字词</translation>
    </message>
    <message>
        <source>&amp;Result:</source>
        <translation>结果(&amp;R):</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Jobs that ended on this PC</source>
        <translation>在本机上结束的任务</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>详细信息(&amp;D)</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>打开文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Export as CSV...</source>
        <translation>导出为 CSV(&amp;E)...</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>No job is like this.</source>
        <translation>没有符合条件的任务。</translation>
    </message>
    <message>
        <source>No job has ended on this PC yet.</source>
        <translation>本机上还没有已结束的任务。</translation>
    </message>
    <message>
        <source>"%1" waits for its turn again.</source>
        <translation>“%1”已重新排队等待。</translation>
    </message>
    <message>
        <source>"%1" cannot be tried again: %2</source>
        <translation>无法重试“%1”：%2</translation>
    </message>
    <message>
        <source>The folder %1 cannot be opened.</source>
        <translation>无法打开文件夹 %1。</translation>
    </message>
    <message>
        <source>No program could be found that plays %1.</source>
        <translation>找不到可以播放 %1 的程序。</translation>
    </message>
    <message>
        <source>Export the jobs that are listed</source>
        <translation>导出列出的任务</translation>
    </message>
    <message>
        <source>The jobs cannot be exported: %1</source>
        <translation>无法导出任务：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) exported to %1</source>
        <translation>
            <numerusform>已将 %n 个任务导出到 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2</source>
        <translation>无法写入文件 %1：%2</translation>
    </message>
    <message>
        <source>Try aga&amp;in</source>
        <translation>重试(&amp;A)</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>%1×</source>
        <comment>times as fast as it plays</comment>
        <translation>%1×</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a size, and how much that is of the size before</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>HoursPage</name>
    <message>
        <source>Only you pause work now: the rules below are switched off.</source>
        <translation>目前只能由您手动暂停：以下规则已停用。</translation>
    </message>
    <message>
        <source>&amp;Leave this PC alone while somebody needs it</source>
        <translation>有人需要使用本机时不打扰(&amp;L)</translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <translation>每周时段</translation>
    </message>
    <message>
        <source>Hours of the week: %1</source>
        <translation>每周时段：%1</translation>
    </message>
    <message>
        <source>Al&amp;ways</source>
        <translation>始终(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Nights only</source>
        <translation>仅夜间(&amp;N)</translation>
    </message>
    <message>
        <source>Nights and wee&amp;kends</source>
        <translation>夜间和周末(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;In words of the settings file:</source>
        <translation>在配置文件中的写法(&amp;I):</translation>
    </message>
    <message>
        <source>What pauses work</source>
        <translation>暂停工作的条件</translation>
    </message>
    <message>
        <source>Pause while keyboard or mouse are in &amp;use</source>
        <translation>正在使用键盘或鼠标时暂停(&amp;U)</translation>
    </message>
    <message>
        <source>Time without in&amp;put until work goes on:</source>
        <translation>无输入多久后继续(&amp;P):</translation>
    </message>
    <message>
        <source>Pause while a program fills the &amp;screen or a game runs</source>
        <translation>有程序全屏显示或游戏正在运行时暂停(&amp;S)</translation>
    </message>
    <message>
        <source>Pause while this PC runs on &amp;battery</source>
        <translation>本机使用电池供电时暂停(&amp;B)</translation>
    </message>
    <message>
        <source>Pause while the power sa&amp;ver is on</source>
        <translation>省电模式开启时暂停(&amp;V)</translation>
    </message>
    <message>
        <source>Pause while the network is &amp;metered</source>
        <translation>网络按流量计费时暂停(&amp;M)</translation>
    </message>
    <message>
        <source>Pause when o&amp;ther programs use more of the processor than:</source>
        <translation>其他程序的处理器占用超过此值时暂停(&amp;T):</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Pause when the processor is &amp;hotter than:</source>
        <translation>处理器温度超过此值时暂停(&amp;H):</translation>
    </message>
    <message>
        <source> °C</source>
        <translation> °C</translation>
    </message>
    <message>
        <source>Programs that pause work while they run</source>
        <translation>运行时暂停工作的程序</translation>
    </message>
    <message>
        <source>P&amp;rograms:</source>
        <translation>程序(&amp;R):</translation>
    </message>
    <message>
        <source>Choose from the programs that run n&amp;ow...</source>
        <translation>从正在运行的程序中选择(&amp;C)...</translation>
    </message>
    <message>
        <source>When to work</source>
        <translation>工作时间</translation>
    </message>
</context>
<context>
    <name>JobSourcesPage</name>
    <message>
        <source>&amp;Set up object storage...</source>
        <translation>设置对象存储(&amp;S)...</translation>
    </message>
    <message>
        <source>Jobs come from all sources that are checked. The upper ones are asked first.</source>
        <translation>任务来自所有勾选的来源。先询问排在上面的来源。</translation>
    </message>
    <message>
        <source>It hands out jobs to many PCs. Where it is, or that this PC is its own, is said on the page Connection.</source>
        <translation>它向多台电脑分发任务。它在哪里，或由本机自己担任，在“连接”页面中设置。</translation>
    </message>
    <message>
        <source>Open the page &amp;Connection</source>
        <translation>打开“连接”页面(&amp;C)</translation>
    </message>
    <message>
        <source>Passwords and keys are kept in your keychain and, because the daemon also works while nobody is logged in to unlock a keychain, in files that only you can read: %1</source>
        <translation>密码和密钥保存在您的密钥环中；由于无人登录、无法解锁密钥环时守护进程也会工作，它们还保存在只有您能读取的文件中：%1</translation>
    </message>
    <message>
        <source>What passwords and keys the daemon has cannot be read: %1</source>
        <translation>无法读取守护进程拥有哪些密码和密钥：%1</translation>
    </message>
    <message>
        <source>Job sources</source>
        <translation>任务来源</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>What became of the last wish</source>
        <translation>上次操作的结果</translation>
    </message>
    <message>
        <source>&amp;Level:</source>
        <translation>级别(&amp;L):</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Without details</source>
        <translation>不含细节</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>&amp;Job:</source>
        <translation>任务(&amp;J):</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>跟随(&amp;F)</translation>
    </message>
    <message>
        <source>Keep the newest line in sight</source>
        <translation>始终显示最新一行</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>What is selected, or everything that is shown</source>
        <translation>所选内容，或显示的全部内容</translation>
    </message>
    <message>
        <source>Save a re&amp;port...</source>
        <translation>保存报告(&amp;P)...</translation>
    </message>
    <message numerus="yes">
        <source>(%n line(s) are missing here)</source>
        <translation>
            <numerusform>（此处缺少 %n 行）</numerusform>
        </translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>The report is being made...</source>
        <translation>正在生成报告...</translation>
    </message>
    <message>
        <source>The report is in %1</source>
        <translation>报告已保存到 %1</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2</source>
        <translation>无法写入文件 %1：%2</translation>
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
        <translation>关闭窗口(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit Framehand</source>
        <translation>退出 Framehand(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Settings...</source>
        <translation>设置(&amp;S)...</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>&amp;Now</source>
        <translation>当前(&amp;N)</translation>
    </message>
    <message>
        <source>Histor&amp;y</source>
        <translation>历史记录(&amp;Y)</translation>
    </message>
    <message>
        <source>Lo&amp;g</source>
        <translation>日志(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;This PC</source>
        <translation>本机(&amp;T)</translation>
    </message>
    <message>
        <source>%1, %2 - Framehand</source>
        <translation>%1，%2 - Framehand</translation>
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
        <translation>本机性能如何？</translation>
    </message>
    <message>
        <source>Each encoder of this PC, also of its graphics card, really encodes some pictures. You need not wait for it.</source>
        <translation>本机的每个编码器（包括显卡的编码器）都会实际编码若干帧画面。您无需等待其完成。</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>测量进度</translation>
    </message>
    <message>
        <source>What is measured now</source>
        <translation>当前测量项</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>测量结果</translation>
    </message>
    <message>
        <source>Measuring...</source>
        <translation>正在测量...</translation>
    </message>
    <message>
        <source>Measuring %1...</source>
        <translation>正在测量 %1...</translation>
    </message>
    <message>
        <source>It could not be measured: %1</source>
        <translation>无法测量：%1</translation>
    </message>
    <message>
        <source>Measured.</source>
        <translation>测量完成。</translation>
    </message>
    <message>
        <source>%1: %2 pictures a second at 1280 x 720</source>
        <translation>%1：1280 x 720 下每秒 %2 帧</translation>
    </message>
    <message>
        <source>%1: works</source>
        <translation>%1：可用</translation>
    </message>
    <message>
        <source>No video encoder works on this PC.</source>
        <translation>本机没有可用的视频编码器。</translation>
    </message>
</context>
<context>
    <name>NasPage</name>
    <message>
        <source>&amp;Use this folder all the same</source>
        <translation>仍然使用此文件夹(&amp;U)</translation>
    </message>
    <message>
        <source>Where are the videos?</source>
        <translation>视频在哪里？</translation>
    </message>
    <message>
        <source>All videos are read below one folder, and the finished packages are written below it: usually a share of a NAS that is mounted on this PC.</source>
        <translation>所有视频都从同一个文件夹中读取，完成的媒体包也写入其中：通常是挂载到本机的 NAS 共享。</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>文件夹(&amp;F):</translation>
    </message>
    <message>
        <source>&amp;Choose...</source>
        <translation>选择(&amp;C)...</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>&amp;Test reading, writing and renaming</source>
        <translation>测试读取、写入和重命名(&amp;T)</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Framehand needs you</source>
        <translation>Framehand 需要您处理</translation>
    </message>
    <message>
        <source>A video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 处理失败</translation>
    </message>
    <message>
        <source>%1 is finished</source>
        <translation>%1 已完成</translation>
    </message>
    <message>
        <source>It is in its place and can be played.</source>
        <translation>已复制到目标位置，可以播放。</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>Notify me when a job is &amp;finished</source>
        <translation>任务完成时通知我(&amp;F)</translation>
    </message>
    <message>
        <source>Notify me when a job has fai&amp;led, with its cause</source>
        <translation>任务失败时通知我，并说明原因(&amp;L)</translation>
    </message>
    <message>
        <source>Notify me when somebody is &amp;needed, as when the folder with the videos is away</source>
        <translation>需要人工处理时通知我，例如无法访问视频文件夹时(&amp;N)</translation>
    </message>
    <message>
        <source>Show a &amp;test notification</source>
        <translation>显示测试通知(&amp;T)</translation>
    </message>
    <message>
        <source>This is a test</source>
        <translation>这是一条测试通知</translation>
    </message>
    <message>
        <source>Notifications of Framehand arrive.</source>
        <translation>可以正常收到 Framehand 的通知。</translation>
    </message>
    <message>
        <source>Nothing appears? Then the desktop shows no notifications now: it may be in a mode in which it does not disturb.</source>
        <translation>没有看到通知？说明桌面目前不显示通知，可能处于勿扰模式。</translation>
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
        <translation>被拒绝的操作</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>上次错误</translation>
    </message>
    <message>
        <source>Jobs since the start</source>
        <translation>启动以来的任务</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What happens now</source>
        <translation>当前操作</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>接下来的操作</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>File of the video</source>
        <translation>视频文件</translation>
    </message>
    <message>
        <source>What is made of it</source>
        <translation>生成的版本</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Frames a second over time</source>
        <translation>帧率变化</translation>
    </message>
    <message>
        <source>Speed over time</source>
        <translation>速度变化</translation>
    </message>
    <message>
        <source>What the job takes of this PC</source>
        <translation>任务占用的本机资源</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>继续(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Finish this job, then pause</source>
        <translation>完成此任务后暂停(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Ignore "in use" for 1 hour</source>
        <translation>忽略“使用中”1 小时(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Heed "in use" again</source>
        <translation>不再忽略“使用中”(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Start Framehand</source>
        <translation>启动 Framehand(&amp;S)</translation>
    </message>
    <message>
        <source>Jobs since the start: finished %1, failed %2</source>
        <translation>启动以来的任务：完成 %1 个，失败 %2 个</translation>
    </message>
    <message>
        <source>Last error: %1</source>
        <translation>上次错误：%1</translation>
    </message>
</context>
<context>
    <name>OrchestratorPage</name>
    <message>
        <source>&amp;This PC alone: it hands out its jobs itself</source>
        <translation>仅本机：自行分发任务(&amp;T)</translation>
    </message>
    <message>
        <source>An &amp;orchestrator in the network</source>
        <translation>网络中的编排器(&amp;O)</translation>
    </message>
    <message>
        <source>Where do the jobs come from?</source>
        <translation>任务从哪里来？</translation>
    </message>
    <message>
        <source>An orchestrator hands out jobs to many PCs. If you have none, this PC does it for itself.</source>
        <translation>编排器为多台电脑分发任务。如果没有编排器，本机会自行分发任务。</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>地址(&amp;A):</translation>
    </message>
    <message>
        <source>T&amp;est the connection</source>
        <translation>测试连接(&amp;E)</translation>
    </message>
</context>
<context>
    <name>PauseMenu</name>
    <message>
        <source>For &amp;15 minutes</source>
        <translation>15 分钟(&amp;1)</translation>
    </message>
    <message>
        <source>For 1 &amp;hour</source>
        <translation>1 小时(&amp;H)</translation>
    </message>
    <message>
        <source>Until &amp;tomorrow, %1</source>
        <translation>直到明天 %1(&amp;T)</translation>
    </message>
    <message>
        <source>Until I &amp;resume</source>
        <translation>直到手动继续(&amp;R)</translation>
    </message>
</context>
<context>
    <name>PerformancePage</name>
    <message>
        <source>Processor &amp;cores for transcoding:</source>
        <translation>用于转码的处理器核心(&amp;C):</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Most &amp;memory of a job:</source>
        <translation>每个任务的内存上限(&amp;M):</translation>
    </message>
    <message>
        <source>&amp;Priority:</source>
        <translation>优先级(&amp;P):</translation>
    </message>
    <message>
        <source>Only what nobody else wants</source>
        <translation>仅使用空闲资源</translation>
    </message>
    <message>
        <source>As any program: for a PC that does nothing else</source>
        <translation>与普通程序相同：适合专用的电脑</translation>
    </message>
    <message>
        <source>Keep this PC a&amp;wake while a job runs</source>
        <translation>任务运行时阻止本机睡眠(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Encoders:</source>
        <translation>编码器(&amp;E):</translation>
    </message>
    <message>
        <source>As measured, a graphics card included</source>
        <translation>按测量结果，包括显卡</translation>
    </message>
    <message>
        <source>The processor alone, never a graphics card</source>
        <translation>仅使用处理器，不使用显卡</translation>
    </message>
    <message>
        <source>Encoders are chosen by measuring: what this PC encodes fastest at the same quality is used.</source>
        <translation>编码器根据测量结果选择：在同等画质下，使用本机编码最快的一个。</translation>
    </message>
    <message>
        <source>%1 of %2 cores of this PC: %3 % of its processor.</source>
        <translation>使用本机 %2 个核心中的 %1 个：占处理器的 %3%。</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>性能</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>Newest picture of the video</source>
        <translation>视频的最新画面</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>暂无画面</translation>
    </message>
</context>
<context>
    <name>ProgramPicker</name>
    <message>
        <source>Programs that pause work</source>
        <translation>使工作暂停的程序</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>搜索(&amp;S):</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>程序</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Making the changes</source>
        <translation>正在应用更改</translation>
    </message>
    <message>
        <source>One after the other, as they were listed.</source>
        <translation>按列出的顺序逐项进行。</translation>
    </message>
    <message>
        <source>Please wait...</source>
        <translation>请稍候...</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Framehand is ready. All of it can be changed in the settings.</source>
        <translation>Framehand 已就绪。所有内容均可在设置中更改。</translation>
    </message>
    <message>
        <source>The steps after that were not done. The first setup can be opened again from the settings, on the page Startup.</source>
        <translation>后续步骤未执行。可以在设置的“启动”页面中再次打开初始设置。</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Use the one in the keychain</source>
        <translation>使用密钥环中的内容</translation>
    </message>
    <message>
        <source>Show what is typed: %1</source>
        <translation>显示输入的内容：%1</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>移除：%1</translation>
    </message>
    <message>
        <source>Use the one in the keychain: %1</source>
        <translation>使用密钥环中的内容：%1</translation>
    </message>
    <message>
        <source>The keychain cannot be read: %1</source>
        <translation>无法读取密钥环：%1</translation>
    </message>
    <message>
        <source>Not set.</source>
        <translation>未设置。</translation>
    </message>
    <message>
        <source>Not set, but your keychain has one for this address.</source>
        <translation>未设置，但您的密钥环中有此地址的内容。</translation>
    </message>
    <message>
        <source>Apply removes it from the keychain and from the file.</source>
        <translation>“应用”会将其从密钥环和文件中移除。</translation>
    </message>
    <message>
        <source>Set. What is typed here takes its place.</source>
        <translation>已设置。在此输入的内容会取代它。</translation>
    </message>
    <message>
        <source>It is a credential that the service manager hands over. It can be changed only there.</source>
        <translation>它是由服务管理器提供的凭据，只能在那里更改。</translation>
    </message>
    <message>
        <source>The environment of the daemon has it. It can be changed only there.</source>
        <translation>它在守护进程的环境变量中，只能在那里更改。</translation>
    </message>
    <message>
        <source>This version of the daemon keeps no such secret.</source>
        <translation>此版本的守护进程不保存此类机密。</translation>
    </message>
    <message>
        <source>No keychain could take it, so it is kept in the file alone: %1</source>
        <translation>没有密钥环能够保存它，因此它只保存在文件中：%1</translation>
    </message>
    <message>
        <source>It could not be removed from the keychain: %1</source>
        <translation>无法将其从密钥环中移除：%1</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Framehand is not set up yet: it does not know where the videos are</source>
        <translation>Framehand 尚未设置：未指定视频位置</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation>%1 fps</translation>
    </message>
    <message>
        <source>%1 times as fast as it plays</source>
        <translation>播放速度的 %1 倍</translation>
    </message>
    <message>
        <source>Preparing %1</source>
        <translation>正在准备 %1</translation>
    </message>
    <message>
        <source>Preparing a video</source>
        <translation>正在准备视频</translation>
    </message>
    <message>
        <source>Copying %1 to its place</source>
        <translation>正在将 %1 复制到目标位置</translation>
    </message>
    <message>
        <source>Copying a video to its place</source>
        <translation>正在将视频复制到目标位置</translation>
    </message>
    <message>
        <source>Reporting the end of %1</source>
        <translation>正在报告 %1 已结束</translation>
    </message>
    <message>
        <source>Reporting the end of a job</source>
        <translation>正在报告任务已结束</translation>
    </message>
    <message>
        <source>Transcoding %1</source>
        <translation>正在转码 %1</translation>
    </message>
    <message>
        <source>Transcoding a video</source>
        <translation>正在转码视频</translation>
    </message>
    <message>
        <source>you are using this PC</source>
        <translation>您正在使用本机</translation>
    </message>
    <message>
        <source>nobody can tell whether this PC is in use</source>
        <translation>无法判断本机是否正在使用</translation>
    </message>
    <message>
        <source>a program fills the screen</source>
        <translation>有程序全屏显示</translation>
    </message>
    <message>
        <source>a game runs</source>
        <translation>游戏正在运行</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 正在运行</translation>
    </message>
    <message>
        <source>other programs need the processor</source>
        <translation>其他程序需要处理器</translation>
    </message>
    <message>
        <source>on battery</source>
        <translation>正在使用电池</translation>
    </message>
    <message>
        <source>the power saver is on</source>
        <translation>省电模式已开启</translation>
    </message>
    <message>
        <source>outside the hours for work</source>
        <translation>不在工作时段内</translation>
    </message>
    <message>
        <source>the network is metered</source>
        <translation>网络按流量计费</translation>
    </message>
    <message>
        <source>this PC is too hot</source>
        <translation>本机温度过高</translation>
    </message>
    <message>
        <source>this PC is too hot (%1)</source>
        <translation>本机温度过高（%1）</translation>
    </message>
    <message>
        <source>the disk for unfinished work is nearly full</source>
        <translation>存放未完成任务的磁盘空间即将用尽</translation>
    </message>
    <message>
        <source>for a reason that this version does not know</source>
        <translation>此版本无法识别的原因</translation>
    </message>
    <message>
        <source>Goes on after %1 without input</source>
        <translation>无输入 %1后继续</translation>
    </message>
    <message>
        <source>Goes on once it can be told whether this PC is in use</source>
        <translation>能够判断本机是否正在使用后继续</translation>
    </message>
    <message>
        <source>Goes on after the full screen is left</source>
        <translation>退出全屏后继续</translation>
    </message>
    <message>
        <source>Goes on %1 after the full screen is left</source>
        <translation>退出全屏 %1后继续</translation>
    </message>
    <message>
        <source>Goes on after the game ends</source>
        <translation>游戏结束后继续</translation>
    </message>
    <message>
        <source>Goes on %1 after the game ends</source>
        <translation>游戏结束 %1后继续</translation>
    </message>
    <message>
        <source>Goes on after the program ends</source>
        <translation>程序结束后继续</translation>
    </message>
    <message>
        <source>Goes on %1 after the program ends</source>
        <translation>程序结束 %1后继续</translation>
    </message>
    <message>
        <source>Goes on when the other programs are done</source>
        <translation>其他程序处理完后继续</translation>
    </message>
    <message>
        <source>Goes on %1 after the other programs are done</source>
        <translation>其他程序处理完 %1后继续</translation>
    </message>
    <message>
        <source>Goes on when this PC is plugged in</source>
        <translation>本机接通电源后继续</translation>
    </message>
    <message>
        <source>Goes on %1 after this PC is plugged in</source>
        <translation>本机接通电源 %1后继续</translation>
    </message>
    <message>
        <source>Goes on when the power saver is switched off</source>
        <translation>关闭省电模式后继续</translation>
    </message>
    <message>
        <source>Goes on %1 after the power saver is switched off</source>
        <translation>关闭省电模式 %1后继续</translation>
    </message>
    <message>
        <source>Goes on once hours for work are set</source>
        <translation>设置工作时段后继续</translation>
    </message>
    <message>
        <source>Goes on with another network</source>
        <translation>切换到其他网络后继续</translation>
    </message>
    <message>
        <source>Goes on %1 after another network is used</source>
        <translation>切换到其他网络 %1后继续</translation>
    </message>
    <message>
        <source>Goes on when this PC has cooled down</source>
        <translation>本机降温后继续</translation>
    </message>
    <message>
        <source>Goes on %1 after this PC has cooled down</source>
        <translation>本机降温 %1后继续</translation>
    </message>
    <message>
        <source>Goes on when there is space on the disk</source>
        <translation>磁盘有可用空间后继续</translation>
    </message>
    <message>
        <source>Goes on %1 after there is space on the disk</source>
        <translation>磁盘有可用空间 %1后继续</translation>
    </message>
    <message>
        <source>Goes on: %1</source>
        <extracomment>%1 is the daemon's own English, for a reason that is newer than this program</extracomment>
        <translation>继续条件：%1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>等待中：%1</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between causes</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>Waiting: the orchestrator at %1 does not answer</source>
        <translation>等待中：编排器 %1 没有响应</translation>
    </message>
    <message>
        <source>Paused by you</source>
        <translation>已手动暂停</translation>
    </message>
    <message>
        <source>Framehand cannot run</source>
        <translation>Framehand 无法运行</translation>
    </message>
    <message>
        <source>Cannot work</source>
        <translation>无法工作</translation>
    </message>
    <message>
        <source>Framehand is starting</source>
        <translation>Framehand 正在启动</translation>
    </message>
    <message>
        <source>Framehand does not run</source>
        <translation>Framehand 未运行</translation>
    </message>
    <message>
        <source>This PC hands out jobs and takes none itself</source>
        <translation>本机只分发任务，自身不处理任务</translation>
    </message>
    <message>
        <source>Finding out what this PC can do</source>
        <translation>正在检测本机性能</translation>
    </message>
    <message>
        <source>Ready, there is no job</source>
        <translation>已就绪，没有任务</translation>
    </message>
    <message>
        <source>Then paused until %1</source>
        <comment>a time of day</comment>
        <translation>之后暂停，直到 %1</translation>
    </message>
    <message>
        <source>Then paused until tomorrow, %1</source>
        <translation>之后暂停，直到明天 %1</translation>
    </message>
    <message>
        <source>Then paused until %1</source>
        <comment>a date with a time</comment>
        <translation>之后暂停，直到 %1</translation>
    </message>
    <message>
        <source>Then paused until you resume</source>
        <translation>之后暂停，直到手动继续</translation>
    </message>
    <message>
        <source>Then it pauses</source>
        <translation>之后暂停</translation>
    </message>
    <message>
        <source>Until %1</source>
        <comment>a time of day</comment>
        <translation>直到 %1</translation>
    </message>
    <message>
        <source>Until tomorrow, %1</source>
        <translation>直到明天 %1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <comment>a date with a time</comment>
        <translation>直到 %1</translation>
    </message>
    <message>
        <source>Until you resume</source>
        <translation>直到手动继续</translation>
    </message>
    <message>
        <source>Paused by you until %1</source>
        <comment>a time of day</comment>
        <translation>已手动暂停，直到 %1</translation>
    </message>
    <message>
        <source>Paused by you until tomorrow, %1</source>
        <translation>已手动暂停，直到明天 %1</translation>
    </message>
    <message>
        <source>Paused by you until %1</source>
        <comment>a date with a time</comment>
        <translation>已手动暂停，直到 %1</translation>
    </message>
    <message>
        <source>Paused by you until you resume</source>
        <translation>已手动暂停，直到手动继续</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>two sentences</comment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>Cannot work: what is wrong</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a rung and its size: 1080p 1.2 GB</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Takes %1 of a processor core and %2 of memory</source>
        <translation>占用单个处理器核心的 %1 和 %2 内存</translation>
    </message>
    <message>
        <source>Takes %1 of a processor core and %2 of memory; the GPU is %3 busy</source>
        <translation>占用单个处理器核心的 %1 和 %2 内存；GPU 占用率为 %3</translation>
    </message>
</context>
<context>
    <name>ServicePanel</name>
    <message>
        <source>A background service works without the app: it starts at login, without icon and window, is started again after a crash, and goes on when the app is closed. The app then only shows what it does.</source>
        <translation>后台服务无需此应用即可工作：它在登录时启动，没有图标和窗口，崩溃后会重新启动，关闭应用后也继续运行。此时应用仅显示其运行情况。</translation>
    </message>
    <message>
        <source>How the service stands</source>
        <translation>服务状态</translation>
    </message>
    <message>
        <source>&amp;Install the service</source>
        <translation>安装服务(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Remove the service</source>
        <translation>移除服务(&amp;R)</translation>
    </message>
    <message>
        <source>Start it no&amp;w</source>
        <translation>立即启动(&amp;W)</translation>
    </message>
    <message>
        <source>S&amp;top it now</source>
        <translation>立即停止(&amp;T)</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>操作结果</translation>
    </message>
    <message>
        <source>Please wait...</source>
        <translation>请稍候...</translation>
    </message>
    <message>
        <source>Asking the service manager...</source>
        <translation>正在查询服务管理器...</translation>
    </message>
    <message>
        <source>A service cannot be used here: %1</source>
        <translation>此处无法使用服务：%1</translation>
    </message>
    <message>
        <source>The service is installed and does not run now.</source>
        <translation>服务已安装，当前未运行。</translation>
    </message>
    <message>
        <source>The service is not installed.</source>
        <translation>服务未安装。</translation>
    </message>
    <message>
        <source>The service is starting.</source>
        <translation>服务正在启动。</translation>
    </message>
    <message>
        <source>The service runs.</source>
        <translation>服务正在运行。</translation>
    </message>
    <message>
        <source>The service runs: %1</source>
        <translation>服务正在运行：%1</translation>
    </message>
    <message>
        <source>The service is stopping.</source>
        <translation>服务正在停止。</translation>
    </message>
    <message>
        <source>The service has failed: %1</source>
        <translation>服务发生故障：%1</translation>
    </message>
    <message>
        <source>It is installed already.</source>
        <translation>已安装。</translation>
    </message>
    <message>
        <source>It is not installed.</source>
        <translation>未安装。</translation>
    </message>
    <message>
        <source>It runs already.</source>
        <translation>已在运行。</translation>
    </message>
    <message>
        <source>It must be installed first.</source>
        <translation>必须先安装。</translation>
    </message>
    <message>
        <source>It does not run.</source>
        <translation>未运行。</translation>
    </message>
    <message>
        <source>A background service works without the app: it starts with the machine, before anybody logs in, without icon and window, is started again after every failure, and goes on when you log out. The app then only shows what it does. To install and to remove it takes an administrator.</source>
        <translation>后台服务无需应用即可工作：它在任何人登录之前随计算机启动，没有图标和窗口，每次出错后都会重新启动，并在您注销后继续运行。此时应用只显示它在做什么。安装和删除需要管理员。</translation>
    </message>
    <message>
        <source>It suits a PC on which seldom anybody is logged in. On any other one let the app start at login instead: many graphics cards encode only in the session of somebody who has logged in, and a service sees neither keyboard and mouse nor what fills the screen unless the app runs beside it and tells it.</source>
        <translation>它适合很少有人登录的电脑。在其他电脑上，请改为让应用在登录时启动：许多显卡只能在已登录用户的会话中编码；而且除非应用同时运行并告知，服务既看不到键盘和鼠标，也看不到全屏程序。</translation>
    </message>
    <message>
        <source>Give it shares by their names in the network, such as \\nas\videos: a service has no drive letters. If a share asks for a password, open Services in Windows, and under Framehand, Properties, Log On, name an account that may use the share.</source>
        <translation>请用网络名称向它指定共享，例如 \\nas\videos：服务没有驱动器号。如果共享要求密码，请在 Windows 中打开“服务”，在 Framehand 的“属性”的“登录”中指定一个可以使用该共享的帐户。</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Restart now</source>
        <translation>立即重启</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Settings of Framehand</source>
        <translation>Framehand 设置</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>设置页面</translation>
    </message>
    <message>
        <source>What became of the settings</source>
        <translation>设置的应用结果</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>应用(&amp;A)</translation>
    </message>
    <message>
        <source>The settings of the daemon cannot be read: %1</source>
        <translation>无法读取守护进程的设置：%1</translation>
    </message>
    <message>
        <source>There is a mistake in the settings, so that they cannot be applied.</source>
        <translation>设置有误，无法应用。</translation>
    </message>
    <message>
        <source>In force now: %1</source>
        <translation>已生效：%1</translation>
    </message>
    <message>
        <source>In force with the next job: %1</source>
        <translation>从下一个任务起生效：%1</translation>
    </message>
    <message>
        <source>In force after a restart of the daemon: %1</source>
        <translation>重启守护进程后生效：%1</translation>
    </message>
    <message>
        <source>Written, but decided by %1: %2</source>
        <translation>已写入，但实际由 %1 决定：%2</translation>
    </message>
    <message>
        <source>The daemon is restarted...</source>
        <translation>正在重启守护进程...</translation>
    </message>
    <message>
        <source>The daemon was restarted with the settings as they are now.</source>
        <translation>守护进程已使用当前设置重启。</translation>
    </message>
</context>
<context>
    <name>SettingsTable</name>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>with the next job</source>
        <translation>从下一个任务起</translation>
    </message>
    <message>
        <source>after a restart</source>
        <translation>重启后</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Takes effect</source>
        <translation>生效时间</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>说明</translation>
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
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>Take &amp;jobs from:</source>
        <translation>从以下来源获取任务(&amp;J):</translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>It is not checked in the list above, so that no jobs are taken from it.</source>
        <translation>它在上面的列表中未勾选，因此不会从中获取任务。</translation>
    </message>
    <message>
        <source>This version of the daemon cannot test it.</source>
        <translation>此版本的守护进程无法进行测试。</translation>
    </message>
    <message>
        <source>Its other settings are on the page Advanced, where their names begin with "%1".</source>
        <translation>其他设置在“高级”页面中，名称以“%1”开头。</translation>
    </message>
</context>
<context>
    <name>SourcePanels</name>
    <message>
        <source>A pipeline of queues in Redis: one message for each video, which is transcoded, checked, and put in the place of the original.</source>
        <translation>Redis 中由队列组成的流水线：每个视频一条消息，视频经转码、检查后替换原文件。</translation>
    </message>
    <message>
        <source>Add&amp;ress of the Redis server:</source>
        <translation>Redis 服务器地址(&amp;R):</translation>
    </message>
    <message>
        <source>&amp;Password of the Redis server:</source>
        <translation>Redis 服务器密码(&amp;P):</translation>
    </message>
    <message>
        <source>Its &amp;queues are:</source>
        <translation>队列类型(&amp;Q):</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>流</translation>
    </message>
    <message>
        <source>What this PC does &amp;in the pipeline:</source>
        <translation>本机在流水线中的工作(&amp;I):</translation>
    </message>
    <message>
        <source>Names of its keys &amp;begin with:</source>
        <translation>键名开头(&amp;B):</translation>
    </message>
    <message>
        <source>Other names of the &amp;folder with the videos:</source>
        <translation>视频文件夹的其他名称(&amp;F):</translation>
    </message>
    <message>
        <source>Keep the origina&amp;l as .bak when a better file takes its place</source>
        <translation>被更好的文件替换时，将原文件保留为 .bak(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Test Redis</source>
        <translation>测试 Redis(&amp;T)</translation>
    </message>
    <message>
        <source>This PC takes its turns beside Celery's own workers, for one task. Videos are in the object storage.</source>
        <translation>本机与 Celery 自己的工作进程一起，处理一种任务。视频在对象存储中。</translation>
    </message>
    <message>
        <source>Add&amp;ress of Celery's Redis server:</source>
        <translation>Celery 的 Redis 服务器地址(&amp;R):</translation>
    </message>
    <message>
        <source>&amp;Password of Celery's Redis server:</source>
        <translation>Celery 的 Redis 服务器密码(&amp;P):</translation>
    </message>
    <message>
        <source>Celery's &amp;queue:</source>
        <translation>Celery 的队列(&amp;Q):</translation>
    </message>
    <message>
        <source>&amp;Name of the task that transcodes:</source>
        <translation>执行转码的任务名称(&amp;N):</translation>
    </message>
    <message>
        <source>Celery's &amp;bucket of inputs and outputs:</source>
        <translation>Celery 的输入输出存储桶(&amp;B):</translation>
    </message>
    <message>
        <source>&amp;Test Celery</source>
        <translation>测试 Celery(&amp;T)</translation>
    </message>
    <message>
        <source>The queues of a video service in Node.js, one for each resolution. Videos are in the object storage.</source>
        <translation>Node.js 视频服务的队列，每种分辨率一个。视频在对象存储中。</translation>
    </message>
    <message>
        <source>Add&amp;ress of the queues' Redis server:</source>
        <translation>队列的 Redis 服务器地址(&amp;R):</translation>
    </message>
    <message>
        <source>&amp;Password of the queues' Redis server:</source>
        <translation>队列的 Redis 服务器密码(&amp;P):</translation>
    </message>
    <message>
        <source>&amp;Queues, the preferred first:</source>
        <translation>队列，优先的在前(&amp;Q):</translation>
    </message>
    <message>
        <source>The &amp;library that keeps them:</source>
        <translation>管理它们的库(&amp;L):</translation>
    </message>
    <message>
        <source>Whichever it is</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>Bucket of the queues' &amp;inputs:</source>
        <translation>队列的输入存储桶(&amp;I):</translation>
    </message>
    <message>
        <source>&amp;Bucket of the queues' outputs:</source>
        <translation>队列的输出存储桶(&amp;B):</translation>
    </message>
    <message>
        <source>Address of the ser&amp;vice's database:</source>
        <translation>服务数据库的地址(&amp;V):</translation>
    </message>
    <message>
        <source>Password of t&amp;he service's database:</source>
        <translation>服务数据库的密码(&amp;H):</translation>
    </message>
    <message>
        <source>&amp;Test the queues</source>
        <translation>测试队列(&amp;T)</translation>
    </message>
    <message>
        <source>Each message is a GStreamer pipeline from one object of the object storage to another.</source>
        <translation>每条消息都是从对象存储中一个对象到另一个对象的 GStreamer 管线。</translation>
    </message>
    <message>
        <source>Add&amp;ress of the RabbitMQ server:</source>
        <translation>RabbitMQ 服务器地址(&amp;R):</translation>
    </message>
    <message>
        <source>&amp;Password of the RabbitMQ server:</source>
        <translation>RabbitMQ 服务器密码(&amp;P):</translation>
    </message>
    <message>
        <source>RabbitMQ's &amp;bucket of inputs and outputs:</source>
        <translation>RabbitMQ 的输入输出存储桶(&amp;B):</translation>
    </message>
    <message>
        <source>&amp;Test RabbitMQ</source>
        <translation>测试 RabbitMQ(&amp;T)</translation>
    </message>
    <message>
        <source>Object storage</source>
        <translation>对象存储</translation>
    </message>
    <message>
        <source>Amazon S3, MinIO, Ceph or another one that speaks their language.</source>
        <translation>Amazon S3、MinIO、Ceph 或与其兼容的存储。</translation>
    </message>
    <message>
        <source>Addr&amp;ess of the object storage:</source>
        <translation>对象存储地址(&amp;E):</translation>
    </message>
    <message>
        <source>Access &amp;key of the object storage:</source>
        <translation>对象存储的访问密钥(&amp;K):</translation>
    </message>
    <message>
        <source>Secret ke&amp;y of the object storage:</source>
        <translation>对象存储的秘密密钥(&amp;Y):</translation>
    </message>
    <message>
        <source>Re&amp;gion of the object storage:</source>
        <translation>对象存储的区域(&amp;G):</translation>
    </message>
    <message>
        <source>Ho&amp;w its URLs name a bucket:</source>
        <translation>URL 中存储桶的写法(&amp;W):</translation>
    </message>
    <message>
        <source>In the path: http://server/bucket</source>
        <translation>在路径中：http://server/bucket</translation>
    </message>
    <message>
        <source>Before the server: http://bucket.server</source>
        <translation>在服务器名之前：http://bucket.server</translation>
    </message>
    <message>
        <source>Test the &amp;object storage</source>
        <translation>测试对象存储(&amp;O)</translation>
    </message>
</context>
<context>
    <name>SourceTitles</name>
    <message>
        <source>Orchestrator</source>
        <translation>编排器</translation>
    </message>
    <message>
        <source>Redis lists or streams</source>
        <translation>Redis 列表或流</translation>
    </message>
    <message>
        <source>Celery on Redis</source>
        <translation>Redis 上的 Celery</translation>
    </message>
    <message>
        <source>BullMQ or Bull</source>
        <translation>BullMQ 或 Bull</translation>
    </message>
</context>
<context>
    <name>StartupPage</name>
    <message>
        <source>&amp;Start Framehand in the tray when I log in</source>
        <translation>登录时在系统托盘中启动 Framehand(&amp;L)</translation>
    </message>
    <message>
        <source>The app</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>The icon appears in the tray, and the app starts the daemon, which does the work, unless one runs already. Both end when you log out. This is written in %1</source>
        <translation>系统托盘中会显示图标；如果负责工作的守护进程尚未运行，应用会将其启动。注销时两者都会退出。保存位置：%1</translation>
    </message>
    <message>
        <source>The daemon as a background service</source>
        <translation>守护进程作为后台服务</translation>
    </message>
    <message>
        <source>Open the first set&amp;up again...</source>
        <translation>再次打开初始设置(&amp;U)...</translation>
    </message>
    <message>
        <source>Startup</source>
        <translation>启动</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>All videos are read below one folder, usually a share of a NAS that is mounted on this PC, and the finished packages are written below it.</source>
        <translation>所有视频都从同一个文件夹（通常是挂载到本机的 NAS 共享）中读取，完成的媒体包也写入其中。</translation>
    </message>
    <message>
        <source>&amp;Folder with the videos:</source>
        <translation>视频文件夹(&amp;F):</translation>
    </message>
    <message>
        <source>&amp;Test reading, writing and renaming</source>
        <translation>测试读取、写入和重命名(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Staging folder on a local disk:</source>
        <translation>本地磁盘上的暂存文件夹(&amp;S):</translation>
    </message>
    <message>
        <source>&amp;Keep free on both:</source>
        <translation>两处均保留的可用空间(&amp;K):</translation>
    </message>
    <message>
        <source>&amp;Pause when less is free in the staging folder:</source>
        <translation>暂存文件夹可用空间低于此值时暂停(&amp;P):</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>This will be changed</source>
        <translation>将进行以下更改</translation>
    </message>
    <message>
        <source>Nothing of it is done yet. Apply makes these changes and starts the work; Cancel changes nothing.</source>
        <translation>尚未进行任何更改。“应用”将执行这些更改并开始工作；“取消”不做任何更改。</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>应用(&amp;A)</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>所有更改</translation>
    </message>
    <message>
        <source>    %1 -&gt; %2</source>
        <translation>    %1 -&gt; %2</translation>
    </message>
    <message>
        <source>    %1: %2 -&gt; %3</source>
        <translation>    %1：%2 -&gt; %3</translation>
    </message>
    <message>
        <source>Nothing: all is as you want it already. The daemon is started with it.</source>
        <translation>无需更改：一切已符合您的要求。将以此启动守护进程。</translation>
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
        <translation>报告是一个文本文件，包含：
• Framehand 和操作系统的版本
• 工作节点当前的操作
• 所有设置，包括地址和文件夹，但不含密码和其他机密信息
• 本机的编码能力
• 诊断结果
• 日志的最新若干行，其中会出现文件名

报告仅保存在本机上，不会发送任何内容。提供给他人之前请先检查一遍。</translation>
    </message>
</context>
<context>
    <name>TestPanel</name>
    <message>
        <source>Testing...</source>
        <translation>正在测试...</translation>
    </message>
</context>
<context>
    <name>ThisPcPage</name>
    <message>
        <source>Problem with the settings</source>
        <translation>设置存在的问题</translation>
    </message>
    <message>
        <source>This PC</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1：</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Graphics</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>FFmpeg libraries</source>
        <translation>FFmpeg 库</translation>
    </message>
    <message>
        <source>Encoders, as measured by really encoding with them</source>
        <translation>编码器（通过实际编码测得）</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>Codec</source>
        <translation>编解码器</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Frames a second at 720p</source>
        <translation>720p 帧率</translation>
    </message>
    <message>
        <source>Largest picture</source>
        <translation>最大分辨率</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>不可用原因</translation>
    </message>
    <message>
        <source>Why the encoders are not known</source>
        <translation>编码器信息不可用的原因</translation>
    </message>
    <message>
        <source>&amp;Measure again</source>
        <translation>重新测量(&amp;A)</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>测量进度</translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>What happens now</source>
        <translation>当前操作</translation>
    </message>
    <message>
        <source>Everything that is needed is being examined; this can take a moment.</source>
        <translation>正在检查所需的各项内容，可能需要一些时间。</translation>
    </message>
    <message>
        <source>Why nothing could be examined</source>
        <translation>无法诊断的原因</translation>
    </message>
    <message>
        <source>&amp;Examine again</source>
        <translation>重新诊断(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>复制为文本(&amp;C)</translation>
    </message>
    <message>
        <source>The settings as they are now could not be started with, so the former ones are in use: %1</source>
        <translation>无法使用当前设置启动，因此正在使用之前的设置：%1</translation>
    </message>
    <message>
        <source>What was looked at</source>
        <translation>检查项目</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>What to do about it</source>
        <translation>处理建议</translation>
    </message>
</context>
<context>
    <name>ThisPcWords</name>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n 个核心</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>processor, cores</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>None found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>%1, driver %2</source>
        <translation>%1，驱动程序 %2</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>width, height</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Trying %1 (%2 of %3)</source>
        <translation>正在尝试 %1（%2/%3）</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Orchestrator</source>
        <translation>编排器</translation>
    </message>
    <message>
        <source>Background service</source>
        <translation>后台服务</translation>
    </message>
    <message>
        <source>Share with the videos</source>
        <translation>视频共享</translation>
    </message>
    <message>
        <source>Reading from the share</source>
        <translation>从共享读取</translation>
    </message>
    <message>
        <source>Writing to the share</source>
        <translation>写入共享</translation>
    </message>
    <message>
        <source>Space for unfinished videos</source>
        <translation>未完成视频的可用空间</translation>
    </message>
    <message>
        <source>Space on the share</source>
        <translation>共享的可用空间</translation>
    </message>
    <message>
        <source>Folder for unfinished videos</source>
        <translation>未完成视频的文件夹</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>Protection against harmful videos</source>
        <translation>恶意视频防护</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>Measure the encoders again</source>
        <translation>重新测量编码器</translation>
    </message>
    <message>
        <source>Change this setting...</source>
        <translation>更改此设置...</translation>
    </message>
    <message>
        <source>Processor: %1</source>
        <translation>处理器：%1</translation>
    </message>
    <message>
        <source>Memory: %1</source>
        <translation>内存：%1</translation>
    </message>
    <message>
        <source>Graphics: %1</source>
        <translation>显卡：%1</translation>
    </message>
    <message>
        <source>FFmpeg libraries: %1</source>
        <translation>FFmpeg 库：%1</translation>
    </message>
    <message>
        <source>%1: does not work: %2</source>
        <translation>%1：不可用：%2</translation>
    </message>
    <message>
        <source>%1: works, %2 frames a second at 720p</source>
        <translation>%1：可用，720p 下每秒 %2 帧</translation>
    </message>
    <message>
        <source>%1: works</source>
        <translation>%1：可用</translation>
    </message>
    <message>
        <source>%1: %2: %3</source>
        <comment>health, what was looked at, finding</comment>
        <translation>%1：%2：%3</translation>
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
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
</context>
<context>
    <name>TokenPanel</name>
    <message>
        <source>Access to&amp;ken:</source>
        <translation>访问令牌(&amp;K):</translation>
    </message>
    <message>
        <source>An orchestrator may ask for an access token. This PC shows it to its orchestrator; if it is the orchestrator itself, all others must show it.</source>
        <translation>编排器可能要求访问令牌。本机向其编排器出示该令牌；如果本机自己就是编排器，则其他所有电脑都必须出示。</translation>
    </message>
    <message>
        <source>An access token has from %1 to %2 characters: letters, digits and -._~+/, and = at its end.</source>
        <translation>访问令牌为 %1 到 %2 个字符：字母、数字和 -._~+/，末尾可以有 =。</translation>
    </message>
    <message>
        <source>It is kept in your keychain and, because the daemon also works while nobody is logged in to unlock a keychain, in a file that only you can read: %1</source>
        <translation>它保存在您的密钥环中；由于无人登录、无法解锁密钥环时守护进程也会工作，它还保存在只有您能读取的文件中：%1</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Open Framehand</source>
        <translation>打开 Framehand(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>继续(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Finish this job, then pause</source>
        <translation>完成此任务后暂停(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Ignore "in use" for 1 hour</source>
        <translation>忽略“使用中”1 小时(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Heed "in use" again</source>
        <translation>不再忽略“使用中”(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Start Framehand</source>
        <translation>启动 Framehand(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;ettings...</source>
        <translation>设置(&amp;E)...</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>WeekGridWidget</name>
    <message>
        <source>Hours of the week in which to work</source>
        <translation>每周的工作时段</translation>
    </message>
    <message>
        <source>Drag over hours to allow them, or to forbid them again. With the keyboard: arrow keys, Shift to take more hours, Space to change them.</source>
        <translation>拖动以允许或重新禁止相应时段。使用键盘：方向键移动，Shift 选择多个时段，空格键更改。</translation>
    </message>
    <message>
        <source>%1, hour from %2: work is allowed</source>
        <translation>%1，%2 起的一小时：允许工作</translation>
    </message>
    <message>
        <source>%1, hour from %2: work is allowed in a part of it</source>
        <translation>%1，%2 起的一小时：部分时间允许工作</translation>
    </message>
    <message>
        <source>%1, hour from %2: no work</source>
        <translation>%1，%2 起的一小时：不工作</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome to Framehand</source>
        <translation>欢迎使用 Framehand</translation>
    </message>
    <message>
        <source>A few questions, and this PC turns videos into streams. Nothing is changed before you have seen a list of all changes.</source>
        <translation>回答几个问题，即可让本机将视频转换为流媒体。在您看到所有更改的列表之前，不会进行任何更改。</translation>
    </message>
    <message>
        <source>This was found:</source>
        <translation>检测结果：</translation>
    </message>
    <message>
        <source>Daemon, which does the work</source>
        <translation>守护进程（负责工作）</translation>
    </message>
    <message>
        <source>it is being started</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>it runs</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>配置文件</translation>
    </message>
    <message>
        <source>%1 is there and is changed, line by line</source>
        <translation>%1 已存在，将逐行修改</translation>
    </message>
    <message>
        <source>%1 is made new</source>
        <translation>将新建 %1</translation>
    </message>
    <message>
        <source>Shares of other machines</source>
        <translation>其他设备的共享</translation>
    </message>
    <message>
        <source>none is mounted on this PC</source>
        <translation>本机未挂载任何共享</translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>Start Framehand in the tray when I &amp;log in</source>
        <translation>登录时在系统托盘中启动 Framehand(&amp;L)</translation>
    </message>
    <message>
        <source>Also work as a background &amp;service, without the app</source>
        <translation>同时作为后台服务工作，无需打开应用(&amp;S)</translation>
    </message>
    <message>
        <source>When may this PC work?</source>
        <translation>本机何时可以工作？</translation>
    </message>
    <message>
        <source>Finer rules, and hours of the week, are in the settings.</source>
        <translation>更细致的规则和每周时段可在设置中指定。</translation>
    </message>
    <message>
        <source>&amp;Whenever nobody uses it</source>
        <translation>无人使用时(&amp;W)</translation>
    </message>
    <message>
        <source>Work pauses within a second of the first key or movement, and goes on after five minutes without.</source>
        <translation>一旦有按键或鼠标移动，工作会在一秒内暂停；五分钟无输入后继续。</translation>
    </message>
    <message>
        <source>Only at ni&amp;ght</source>
        <translation>仅夜间(&amp;G)</translation>
    </message>
    <message>
        <source>From 22:00 to 07:00, and only while nobody uses it.</source>
        <translation>22:00 至 07:00，且仅在无人使用时。</translation>
    </message>
    <message>
        <source>&amp;Always</source>
        <translation>始终(&amp;A)</translation>
    </message>
    <message>
        <source>Also while you use it, at the lowest priority. Games, full-screen programs and battery still pause it.</source>
        <translation>使用时也以最低优先级工作。运行游戏、全屏程序或使用电池时仍会暂停。</translation>
    </message>
    <message>
        <source>Lea&amp;ve it as it is now</source>
        <translation>保持现状(&amp;V)</translation>
    </message>
    <message>
        <source>The hours and rules that are in the settings stay.</source>
        <translation>保留设置中的时段和规则。</translation>
    </message>
    <message>
        <source>What starts by itself</source>
        <translation>自动启动项</translation>
    </message>
    <message>
        <source>It starts with the machine, and an administrator must agree. It needs the share by its name in the network, such as \\nas\videos, and often cannot use the graphics card; for a PC that somebody uses, the start at login above is the better choice.</source>
        <translation>它随计算机启动，并且需要管理员同意。它需要用网络名称指定的共享，例如 \\nas\videos，而且往往无法使用显卡；对于有人使用的电脑，上面的登录时启动是更好的选择。</translation>
    </message>
</context>
</TS>
