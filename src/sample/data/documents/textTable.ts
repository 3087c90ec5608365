/** The texts of the simple forms: key | en | de | fr | es | ja, or a single text for all of them. */
export const textTable = `
ShortDesc_directory | Reads accounts and groups from {0} and keeps them up to date. | Liest Konten und Gruppen aus {0} und hält sie aktuell. | Lit les comptes et les groupes de {0} et les tient à jour. | Lee cuentas y grupos de {0} y los mantiene al día. | {0} のアカウントとグループを読み取り、最新の状態に保ちます。
ShortDesc_database | Reads accounts from {0} with queries of your own. | Liest Konten aus {0} mit eigenen Abfragen. | Lit les comptes de {0} avec vos propres requêtes. | Lee cuentas de {0} con consultas propias. | 独自のクエリで {0} からアカウントを読み取ります。
ShortDesc_saas | Manages accounts and access in {0} over its web interface. | Verwaltet Konten und Zugriffe in {0} über dessen Webschnittstelle. | Gère les comptes et les accès dans {0} via son interface web. | Gestiona cuentas y accesos en {0} mediante su interfaz web. | {0} のアカウントとアクセスを Web API で管理します。
ShortDesc_hr | Reads people and their employment from {0}. | Liest Personen und ihre Beschäftigung aus {0}. | Lit les personnes et leurs contrats dans {0}. | Lee las personas y sus contratos de {0}. | {0} から人物と雇用情報を読み取ります。
ShortDesc_file | Reads accounts from files that {0} delivers. | Liest Konten aus Dateien, die {0} liefert. | Lit les comptes dans des fichiers fournis par {0}. | Lee cuentas de archivos que entrega {0}. | {0} が出力するファイルからアカウントを読み取ります。
ShortDesc_host | Manages the accounts of a machine or a cluster of them: {0}. | Verwaltet die Konten eines Rechners oder Verbunds: {0}. | Gère les comptes d’une machine ou d’une grappe : {0}. | Gestiona las cuentas de una máquina o de un clúster: {0}. | マシンまたはクラスターのアカウントを管理します: {0}。
ShortDesc_custom | A connector of our own, made for one application. | Ein eigener Konnektor für eine einzige Anwendung. | Un connecteur maison, conçu pour une seule application. | Un conector propio, hecho para una sola aplicación. | 1 つのアプリケーションのために自社で作成したコネクタです。
menuLabel_connection | Connection | Verbindung | Connexion | Conexión | 接続
sectionLabel_access | Access | Zugang | Accès | Acceso | アクセス
sectionInfo_access | Where the application is and how the connector logs on to it. | Wo die Anwendung ist und wie sich der Konnektor anmeldet. | Où se trouve l’application et comment le connecteur s’y connecte. | Dónde está la aplicación y cómo inicia sesión el conector. | アプリケーションの場所とログオン方法です。
sectionLabel_file | File | Datei | Fichier | Archivo | ファイル
sectionInfo_file | The file with the accounts, one a line. | Die Datei mit den Konten, eines pro Zeile. | Le fichier des comptes, un par ligne. | El archivo con las cuentas, una por línea. | 1 行に 1 件のアカウントを記述したファイルです。
sectionLabel_settings | Settings | Einstellungen | Paramètres | Ajustes | 設定
sectionInfo_settings | What is read and how fast. | Was gelesen wird und wie schnell. | Ce qui est lu et à quelle vitesse. | Qué se lee y a qué velocidad. | 読み取る対象と速度です。
docLinkLabel_guide | Connector guide | Handbuch zum Konnektor | Guide du connecteur | Guía del conector | コネクタガイド
placeHolder_domainName | corp.example.com
placeHolder_privateKey | -----BEGIN PRIVATE KEY-----
placeHolder_baseDn | OU=People,DC=corp,DC=example,DC=com
placeHolder_tokenUrl | https://login.example.com/oauth/token
placeHolder_connectionUrl | jdbc:postgresql://db.example.com:5432/people
placeHolder_schemaName | public
placeHolder_host | host.example.com
help_requestHeaders | Sent with every request. Never put secrets here. | Geht mit jeder Anfrage mit. Keine Geheimnisse eintragen. | Envoyés avec chaque requête. N’y mettez aucun secret. | Se envían con cada petición. No ponga secretos aquí. | すべてのリクエストに付加されます。秘密情報は入力しないでください。
API_Key | API Key | API-Schlüssel | Clé d’API | Clave de API | API キー
Account_ID | Account ID | Konto-ID | ID de compte | ID de cuenta | アカウント ID
Account_Query | Query for All Accounts | Abfrage für alle Konten | Requête pour tous les comptes | Consulta de todas las cuentas | 全アカウントのクエリ
Admin_Email | Administrator's E-mail | E-Mail des Administrators | E-mail de l’administrateur | Correo del administrador | 管理者のメールアドレス
Aggregate_Groups | Read Groups | Gruppen lesen | Lire les groupes | Leer grupos | グループを読み取る
Client_ID | Client ID | Client-ID | ID client | ID de cliente | クライアント ID
Client_Number | Client Number | Mandant | Numéro de client | Mandante | クライアント番号
Client_Secret | Client Secret | Client-Geheimnis | Secret client | Secreto de cliente | クライアントシークレット
Connection_URL | Connection URL | Verbindungs-URL | URL de connexion | URL de conexión | 接続 URL
Database_Name | Database Name | Name der Datenbank | Nom de la base | Nombre de la base de datos | データベース名
Delimiter | Column Delimiter | Trennzeichen | Séparateur | Delimitador | 区切り文字
Domain_Name | Domain Name | Domänenname | Nom de domaine | Nombre de dominio | ドメイン名
Encoding | Character Encoding | Zeichenkodierung | Encodage | Codificación | 文字コード
Environment | Environment Type | Umgebung | Environnement | Entorno | 環境
Excluded_Accounts | Excluded Accounts | Ausgenommene Konten | Comptes exclus | Cuentas excluidas | 除外するアカウント
Future_Hires | Read Future Hires (Days Ahead) | Künftige Eintritte lesen (Tage voraus) | Lire les arrivées futures (jours) | Leer incorporaciones futuras (días) | 入社予定者の先読み（日）
Group_Filter | Group Filter | Gruppenfilter | Filtre de groupes | Filtro de grupos | グループフィルター
Has_Header | First Line Holds the Names | Erste Zeile enthält die Namen | La première ligne contient les noms | La primera línea contiene los nombres | 1 行目は列名
Host | Host Name | Hostname | Hôte | Nombre del host | ホスト
HostURL | Host URL | Host-URL | URL de l’hôte | URL del host | ホスト URL
Import_File | File to Import | Zu importierende Datei | Fichier à importer | Archivo que importar | インポートするファイル
Include_Disabled | Include Disabled Accounts | Deaktivierte Konten einschließen | Inclure les comptes désactivés | Incluir cuentas desactivadas | 無効なアカウントを含める
Max_Retries | Retries | Wiederholungen | Nouvelles tentatives | Reintentos | 再試行回数
Nested_Groups | Follow Nested Groups | Verschachtelte Gruppen verfolgen | Suivre les groupes imbriqués | Seguir grupos anidados | 入れ子のグループをたどる
Page_Size | Page Size | Seitengröße | Taille de page | Tamaño de página | ページサイズ
Parallel_Requests | Parallel Requests | Gleichzeitige Anfragen | Requêtes parallèles | Peticiones en paralelo | 並列リクエスト数
Password | Account Password | Kennwort | Mot de passe | Contraseña | パスワード
Port | Port Number | Portnummer | Numéro de port | Puerto | ポート
Private_Key | Private Key | Privater Schlüssel | Clé privée | Clave privada | 秘密鍵
Refresh_Token | Refresh Token | Aktualisierungstoken | Jeton d’actualisation | Token de actualización | リフレッシュトークン
Region | Cloud Region | Cloud-Region | Région | Región | リージョン
Request_Headers | Request Headers | Kopfzeilen der Anfrage | En-têtes de requête | Cabeceras de la petición | リクエストヘッダー
Resource_Path | Resource Path | Ressourcenpfad | Chemin de la ressource | Ruta del recurso | リソースのパス
Role_ARN | Role ARN | Rollen-ARN | ARN du rôle | ARN del rol | ロール ARN
Schema_Name | Schema | Schema | Schéma | Esquema | スキーマ
Scopes | OAuth Scopes | OAuth-Scopes | Portées | Ámbitos | スコープ
Sites | Site List | Standorte | Liste des sites | Sedes | 拠点
System_Number | System Number | Systemnummer | Numéro de système | Número de sistema | システム番号
Tenant_ID | Tenant ID | Mandanten-ID | ID du locataire | ID de inquilino | テナント ID
Timeout | Timeout (Seconds) | Zeitlimit (Sekunden) | Délai d’attente (secondes) | Tiempo de espera (segundos) | タイムアウト（秒）
Token_URL | Token URL | Token-URL | URL du jeton | URL del token | トークン URL
Use_Sudo | Run Commands with sudo | Befehle mit sudo ausführen | Exécuter les commandes avec sudo | Ejecutar comandos con sudo | sudo でコマンドを実行
Use_TLS | Use TLS | TLS verwenden | Utiliser TLS | Usar TLS | TLS を使用
User_Base_DN | Base DN for People | Basis-DN der Personen | DN de base des utilisateurs | DN base de personas | ユーザーのベース DN
User_Filter | User Filter | Benutzerfilter | Filtre d’utilisateurs | Filtro de usuarios | ユーザーフィルター
User_Name | User Name | Benutzername | Nom d’utilisateur | Nombre de usuario | ユーザー名
Delimiter_comma | Comma | Komma | Virgule | Coma | カンマ
Delimiter_semicolon | Semicolon | Semikolon | Point-virgule | Punto y coma | セミコロン
Delimiter_tab | Tab | Tabulator | Tabulation | Tabulador | タブ
Environment_production | Production | Produktion | Production | Producción | 本番
Environment_test | Test | Test | Test | Pruebas | テスト
Region_ap | Asia Pacific | Asien-Pazifik | Asie-Pacifique | Asia-Pacífico | アジア太平洋
Region_eu | Europe | Europa | Europe | Europa | ヨーロッパ
Region_us | United States | Vereinigte Staaten | États-Unis | Estados Unidos | 米国`;
