/** Menus, sections, placeholders and help: key | en | de | fr | es | ja */
export const textsOfForms = `
ShortDesc_directory | Reads accounts and groups from {0} and keeps them up to date. | Liest Konten und Gruppen aus {0} und hält sie aktuell. | Lit les comptes et les groupes de {0} et les tient à jour. | Lee cuentas y grupos de {0} y los mantiene al día. | {0} のアカウントとグループを読み取り、最新の状態に保ちます。
ShortDesc_itsm | Manages the people of {0} and opens tickets for work that is done by hand. | Verwaltet die Personen in {0} und eröffnet Tickets für Handarbeit. | Gère les utilisateurs de {0} et ouvre des tickets pour le travail manuel. | Gestiona las personas de {0} y abre tickets para el trabajo manual. | {0} のユーザーを管理し、手作業にはチケットを発行します。
ShortDesc_database | Reads accounts from {0} with queries of your own. | Liest Konten aus {0} mit eigenen Abfragen. | Lit les comptes de {0} avec vos propres requêtes. | Lee cuentas de {0} con consultas propias. | 独自のクエリで {0} からアカウントを読み取ります。
ShortDesc_badges | Hands out badges and opens doors: {0} as a source of access. | Gibt Ausweise aus und öffnet Türen: {0} als Quelle von Berechtigungen. | Délivre des badges et ouvre des portes : {0} comme source d’accès. | Entrega tarjetas y abre puertas: {0} como fuente de acceso. | バッジの発行と入退室の管理を行う {0} をソースとして接続します。
ShortDesc_saas | Manages accounts and access in {0} over its web interface. | Verwaltet Konten und Zugriffe in {0} über dessen Webschnittstelle. | Gère les comptes et les accès dans {0} via son interface web. | Gestiona cuentas y accesos en {0} mediante su interfaz web. | {0} のアカウントとアクセスを Web API で管理します。
ShortDesc_hr | Reads people and their employment from {0}. | Liest Personen und ihre Beschäftigung aus {0}. | Lit les personnes et leurs contrats dans {0}. | Lee las personas y sus contratos de {0}. | {0} から人物と雇用情報を読み取ります。
ShortDesc_file | Reads accounts from files that {0} delivers. | Liest Konten aus Dateien, die {0} liefert. | Lit les comptes dans des fichiers fournis par {0}. | Lee cuentas de archivos que entrega {0}. | {0} が出力するファイルからアカウントを読み取ります。
ShortDesc_host | Manages the accounts of a machine or a cluster of them: {0}. | Verwaltet die Konten eines Rechners oder Verbunds: {0}. | Gère les comptes d’une machine ou d’une grappe : {0}. | Gestiona las cuentas de una máquina o de un clúster: {0}. | マシンまたはクラスターのアカウントを管理します: {0}。
ShortDesc_custom | A connector of our own, made for one application. | Ein eigener Konnektor für eine einzige Anwendung. | Un connecteur maison, conçu pour une seule application. | Un conector propio, hecho para una sola aplicación. | 1 つのアプリケーションのために自社で作成したコネクタです。
menuLabel_connection | Connection | Verbindung | Connexion | Conexión | 接続
menuLabel_scope | Search Scope | Suchbereich | Périmètre de recherche | Ámbito de búsqueda | 検索範囲
menuLabel_objects | Records | Datensätze | Enregistrements | Registros | レコード
menuLabel_queries | Queries | Abfragen | Requêtes | Consultas | クエリ
menuLabel_endpoints | Endpoints | Endpunkte | Points de terminaison | Puntos de conexión | エンドポイント
menuLabel_advanced | Advanced | Erweitert | Avancé | Avanzado | 詳細設定
sectionLabel_directory | Directory | Verzeichnis | Annuaire | Directorio | ディレクトリ
sectionInfo_directory | Which domain to read, and which of its servers to ask.<br>Name <strong>two or more</strong> servers, so that one may fail. | Welche Domäne gelesen wird und welche ihrer Server gefragt werden.<br>Nennen Sie <strong>mindestens zwei</strong>, damit einer ausfallen darf. | Le domaine à lire et les serveurs à interroger.<br>Indiquez <strong>au moins deux</strong> serveurs, pour parer à une panne. | Qué dominio leer y a qué servidores preguntar.<br>Indique <strong>al menos dos</strong>, por si uno falla. | 読み取るドメインと問い合わせ先のサーバーを指定します。<br>障害に備えて <strong>2 台以上</strong> 指定してください。
sectionLabel_authentication | Authentication | Anmeldung | Authentification | Autenticación | 認証
sectionInfo_authentication | How the connector logs on to {0}. Use an account that <strong>no person</strong> uses. | Wie sich der Konnektor bei {0} anmeldet. Nehmen Sie ein Konto, das <strong>keine Person</strong> verwendet. | Comment le connecteur se connecte à {0}. Prenez un compte que <strong>personne</strong> n’utilise. | Cómo inicia sesión el conector en {0}. Use una cuenta que <strong>ninguna persona</strong> utilice. | コネクタが {0} にログオンする方法です。<strong>個人が使わない</strong>アカウントを使用してください。
sectionLabel_agent | Windows Agent | Windows-Agent | Agent Windows | Agente de Windows | Windows エージェント
sectionInfo_agent | Home folders and scripts need an agent on a Windows server near {0}. | Für Basisordner und Skripte braucht es einen Agenten auf einem Windows-Server nahe {0}. | Les dossiers de base et les scripts demandent un agent sur un serveur Windows proche de {0}. | Las carpetas particulares y los scripts necesitan un agente en un servidor Windows cerca de {0}. | ホームフォルダーとスクリプトには、{0} に近い Windows サーバー上のエージェントが必要です。
sectionLabel_users | People | Personen | Utilisateurs | Personas | ユーザー
sectionInfo_users | Which accounts are read from {0}. Without a filter, all of them. | Welche Konten aus {0} gelesen werden; ohne Filter alle. | Les comptes lus dans {0} ; sans filtre, tous. | Qué cuentas se leen de {0}; sin filtro, todas. | {0} から読み取るアカウントです。フィルターがなければすべて読み取ります。
sectionLabel_groups | Groups | Gruppen | Groupes | Grupos | グループ
sectionInfo_groups | Which groups become entitlements.<ul><li>A filter leaves groups out.</li><li>Nested groups take longer.</li></ul> | Welche Gruppen zu Berechtigungen werden.<ul><li>Ein Filter lässt Gruppen weg.</li><li>Verschachtelte Gruppen dauern länger.</li></ul> | Les groupes qui deviennent des droits d’accès.<ul><li>Un filtre en exclut.</li><li>Les groupes imbriqués prennent plus de temps.</li></ul> | Qué grupos se convierten en derechos.<ul><li>Un filtro excluye grupos.</li><li>Los grupos anidados tardan más.</li></ul> | 権限として扱うグループです。<ul><li>フィルターで除外できます。</li><li>入れ子のグループは時間がかかります。</li></ul>
sectionLabel_delta | Changes Only | Nur Änderungen | Modifications seulement | Solo cambios | 変更分のみ
sectionInfo_delta | Reading only what has changed is faster.\\nA full reading every week finds what was missed. | Nur Geändertes zu lesen geht schneller.\\nEin vollständiger Lauf pro Woche findet, was übersehen wurde. | Lire seulement ce qui a changé est plus rapide.\\nUne lecture complète par semaine retrouve les oublis. | Leer solo lo que ha cambiado es más rápido.\\nUna lectura completa semanal encuentra lo que se escapó. | 変更分だけを読み取ると高速です。\\n週に一度の完全な読み取りで漏れを補います。
sectionLabel_passwords | Passwords | Kennwörter | Mots de passe | Contraseñas | パスワード
sectionInfo_passwords | Whether the connector may set passwords, and for whom it may not. | Ob der Konnektor Kennwörter setzen darf und für wen nicht. | Si le connecteur peut définir les mots de passe, et pour qui il ne le peut pas. | Si el conector puede fijar contraseñas y para quién no. | コネクタがパスワードを設定できるかどうかと、その対象外を指定します。
sectionLabel_instance | Instance | Instanz | Instance | Instancia | インスタンス
sectionInfo_instance | The address of your instance of {0}. <em>Try changes in a sandbox first.</em> | Die Adresse Ihrer Instanz von {0}. <em>Probieren Sie Änderungen zuerst in einer Testinstanz.</em> | L’adresse de votre instance de {0}. <em>Essayez d’abord les changements dans un bac à sable.</em> | La dirección de su instancia de {0}. <em>Pruebe antes los cambios en un entorno aislado.</em> | {0} のインスタンスのアドレスです。<em>変更はまずサンドボックスで試してください。</em>
sectionLabel_network | Network | Netzwerk | Réseau | Red | ネットワーク
sectionInfo_network | The way from here to {0}: proxy, certificates, headers. | Der Weg von hier zu {0}: Proxy, Zertifikate, Kopfzeilen. | Le chemin d’ici à {0} : proxy, certificats, en-têtes. | El camino de aquí a {0}: proxy, certificados, cabeceras. | {0} までの経路（プロキシ、証明書、ヘッダー）です。
sectionLabel_tickets | Tickets | Tickets | Tickets | Tickets | チケット
sectionInfo_tickets | A ticket takes the place of a change that nobody has automated yet. | Ein Ticket vertritt eine Änderung, die noch niemand automatisiert hat. | Un ticket remplace une modification que personne n’a encore automatisée. | Un ticket sustituye un cambio que nadie ha automatizado todavía. | まだ自動化されていない変更の代わりにチケットを発行します。
sectionLabel_database | Database | Datenbank | Base de données | Base de datos | データベース
sectionInfo_database | Where the database is and which driver speaks to it.<br>Drivers are <strong>not</strong> part of the product. | Wo die Datenbank ist und welcher Treiber mit ihr spricht.<br>Treiber sind <strong>nicht</strong> Teil des Produkts. | Où se trouve la base et quel pilote lui parle.<br>Les pilotes ne sont <strong>pas</strong> fournis. | Dónde está la base y qué controlador habla con ella.<br>Los controladores <strong>no</strong> vienen incluidos. | データベースの場所と使用するドライバーです。<br>ドライバーは製品に<strong>含まれません</strong>。
sectionLabel_encryption | Encryption | Verschlüsselung | Chiffrement | Cifrado | 暗号化
sectionInfo_encryption | What protects the connection from being read on its way. | Was die Verbindung vor dem Mitlesen schützt. | Ce qui protège la connexion contre l’écoute. | Lo que protege la conexión frente a escuchas. | 通信の盗聴を防ぐための設定です。
sectionLabel_accountQueries | Account Queries | Kontoabfragen | Requêtes de comptes | Consultas de cuentas | アカウントのクエリ
sectionInfo_accountQueries | One query for all accounts, one for a single account. Column names become attributes. | Eine Abfrage für alle Konten, eine für ein einzelnes. Spaltennamen werden zu Attributen. | Une requête pour tous les comptes, une pour un seul. Les noms de colonnes deviennent des attributs. | Una consulta para todas las cuentas y otra para una sola. Los nombres de columna pasan a ser atributos. | 全アカウント用と 1 件用のクエリです。列名が属性になります。
sectionLabel_groupQueries | Group Queries | Gruppenabfragen | Requêtes de groupes | Consultas de grupos | グループのクエリ
sectionInfo_groupQueries | One query for all groups or roles. | Eine Abfrage für alle Gruppen oder Rollen. | Une requête pour tous les groupes ou rôles. | Una consulta para todos los grupos o roles. | すべてのグループまたはロールのクエリです。
sectionLabel_service | Service | Dienst | Service | Servicio | サービス
sectionInfo_service | The address of {0} and the form in which it speaks.<br>See the <a href="https://docs.example.com/badges">handbook</a>. | Die Adresse von {0} und die Form, in der es spricht.<br>Siehe <a href="https://docs.example.com/badges">Handbuch</a>. | L’adresse de {0} et son format d’échange.<br>Voir le <a href="https://docs.example.com/badges">manuel</a>. | La dirección de {0} y su formato de intercambio.<br>Consulte el <a href="https://docs.example.com/badges">manual</a>. | {0} のアドレスと通信形式です。<br><a href="https://docs.example.com/badges">ハンドブック</a>を参照してください。
sectionLabel_accountEndpoint | Accounts | Konten | Comptes | Cuentas | アカウント
sectionInfo_accountEndpoint | Which request answers with the accounts, and where in the answer they are. | Welche Anfrage die Konten liefert und wo in der Antwort sie stehen. | Quelle requête renvoie les comptes, et où ils sont dans la réponse. | Qué petición devuelve las cuentas y dónde están en la respuesta. | アカウントを返すリクエストと、応答内での位置です。
sectionLabel_groupEndpoint | Zones | Zonen | Zones | Zonas | ゾーン
sectionInfo_groupEndpoint | Which request answers with the zones that a badge can open. | Welche Anfrage die Zonen liefert, die ein Ausweis öffnen kann. | Quelle requête renvoie les zones qu’un badge peut ouvrir. | Qué petición devuelve las zonas que abre una tarjeta. | バッジで入れるゾーンを返すリクエストです。
sectionLabel_notifications | Notifications | Benachrichtigungen | Notifications | Notificaciones | 通知
sectionInfo_notifications | Who hears of it when a badge is made or blocked. | Wer erfährt, dass ein Ausweis erstellt oder gesperrt wurde. | Qui est averti quand un badge est créé ou bloqué. | Quién se entera cuando se crea o bloquea una tarjeta. | バッジの作成や停止を知らせる相手です。
sectionLabel_provisioning | Provisioning | Bereitstellung | Provisionnement | Aprovisionamiento | プロビジョニング
sectionInfo_provisioning | What happens in {0} when somebody arrives, changes or leaves. | Was in {0} geschieht, wenn jemand kommt, wechselt oder geht. | Ce qui se passe dans {0} quand quelqu’un arrive, change ou part. | Qué ocurre en {0} cuando alguien llega, cambia o se va. | 入社、異動、退職のときに {0} で行う処理です。
sectionLabel_performance | Performance | Leistung | Performances | Rendimiento | パフォーマンス
sectionInfo_performance | How hard the connector may work {0}. The defaults suit most. | Wie stark der Konnektor {0} belasten darf. Die Vorgaben passen meist. | La charge que le connecteur peut imposer à {0}. Les valeurs par défaut conviennent le plus souvent. | Cuánta carga puede dar el conector a {0}. Los valores por defecto suelen bastar. | コネクタが {0} にかける負荷です。通常は既定値のままで問題ありません。
sectionLabel_access | Access | Zugang | Accès | Acceso | アクセス
sectionInfo_access | Where the application is and how the connector logs on to it. | Wo die Anwendung ist und wie sich der Konnektor anmeldet. | Où se trouve l’application et comment le connecteur s’y connecte. | Dónde está la aplicación y cómo inicia sesión el conector. | アプリケーションの場所とログオン方法です。
sectionLabel_file | File | Datei | Fichier | Archivo | ファイル
sectionInfo_file | The file with the accounts, one a line. | Die Datei mit den Konten, eines pro Zeile. | Le fichier des comptes, un par ligne. | El archivo con las cuentas, una por línea. | 1 行に 1 件のアカウントを記述したファイルです。
sectionLabel_settings | Settings | Einstellungen | Paramètres | Ajustes | 設定
sectionInfo_settings | What is read and how fast. | Was gelesen wird und wie schnell. | Ce qui est lu et à quelle vitesse. | Qué se lee y a qué velocidad. | 読み取る対象と速度です。
docLinkLabel_guide | Connector guide | Handbuch zum Konnektor | Guide du connecteur | Guía del conector | コネクタガイド
docLinkLabel_authentication | Ways to log on | Arten der Anmeldung | Modes de connexion | Formas de iniciar sesión | ログオン方法
docLinkLabel_permissions | Permissions needed | Nötige Berechtigungen | Droits nécessaires | Permisos necesarios | 必要な権限
placeHolder_directoryUrl | ldaps://dc01.corp.example.com:636
placeHolder_domainName | corp.example.com
placeHolder_bindUser | DOMAIN\\user or user@domain | DOMÄNE\\Benutzer oder Benutzer@Domäne | DOMAINE\\utilisateur ou utilisateur@domaine | DOMINIO\\usuario o usuario@dominio | DOMAIN\\user または user@domain
placeHolder_privateKey | -----BEGIN PRIVATE KEY-----
placeHolder_baseDn | OU=People,DC=corp,DC=example,DC=com
placeHolder_homeFolder | \\\\files\\home\\$sAMAccountName$
placeHolder_instanceUrl | https://acme.example.com
placeHolder_tokenUrl | https://login.example.com/oauth/token
placeHolder_proxyHost | proxy.example.com
placeHolder_connectionUrl | jdbc:postgresql://db.example.com:5432/people
placeHolder_schemaName | public
placeHolder_oneAccountQuery | SELECT * FROM person WHERE login = '$identity$'
placeHolder_serviceUrl | https://badges.example.com/api
placeHolder_host | host.example.com
help_domainControllers | Asked one after another until one answers. | Werden der Reihe nach gefragt, bis einer antwortet. | Interrogés l’un après l’autre jusqu’à une réponse. | Se consultan uno tras otro hasta que uno responda. | 応答があるまで順番に問い合わせます。
help_userSearchScopes | Each card is a search of its own: where it begins, its filter and how deep it goes. | Jede Karte ist eine eigene Suche: wo sie beginnt, ihr Filter und wie tief sie geht. | Chaque carte est une recherche : son départ, son filtre et sa profondeur. | Cada tarjeta es una búsqueda: dónde empieza, su filtro y su profundidad. | カードごとに開始位置、フィルター、深さの異なる検索を定義します。
help_defaultAttributes | Written to every account that is made. | Wird in jedes neu angelegte Konto geschrieben. | Inscrits dans chaque compte créé. | Se escriben en cada cuenta creada. | 作成するすべてのアカウントに書き込まれます。
help_requestHeaders | Sent with every request. Never put secrets here. | Geht mit jeder Anfrage mit. Keine Geheimnisse eintragen. | Envoyés avec chaque requête. N’y mettez aucun secret. | Se envían con cada petición. No ponga secretos aquí. | すべてのリクエストに付加されます。秘密情報は入力しないでください。
help_encodedQuery | An encoded query, as the list view copies it. | Eine kodierte Abfrage, wie die Listenansicht sie kopiert. | Une requête encodée, telle que la vue liste la copie. | Una consulta codificada, tal como la copia la vista de lista. | リスト表示からコピーできるエンコード済みクエリです。
help_accountQuery | Sort by the key column, if rows are to be merged. | Nach der Schlüsselspalte sortieren, wenn Zeilen zusammengefasst werden. | Triez par la colonne clé si des lignes sont fusionnées. | Ordene por la columna clave si se combinan filas. | 行を結合する場合はキー列で並べ替えてください。
help_rootPath | A JSONPath to the array in the answer. | Ein JSONPath zum Array in der Antwort. | Un JSONPath vers le tableau de la réponse. | Un JSONPath hasta la matriz de la respuesta. | 応答内の配列を指す JSONPath です。`;
