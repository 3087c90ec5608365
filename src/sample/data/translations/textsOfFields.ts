/** Labels of fields: key | en | de | fr | es | ja */
export const textsOfFields = `
API_Key | API Key | API-Schlüssel | Clé d’API | Clave de API | API キー
API_Key_Header | Header for the API Key | Kopfzeile für den API-Schlüssel | En-tête de la clé d’API | Cabecera de la clave de API | API キーのヘッダー
API_Version | API Version | API-Version | Version de l’API | Versión de la API | API バージョン
Account_ID | Account ID | Konto-ID | ID de compte | ID de cuenta | アカウント ID
Account_Query | Query for All Accounts | Abfrage für alle Konten | Requête pour tous les comptes | Consulta de todas las cuentas | 全アカウントのクエリ
Admin_Email | Administrator's E-mail | E-Mail des Administrators | E-mail de l’administrateur | Correo del administrador | 管理者のメールアドレス
Agent_Host | Agent Host | Host des Agenten | Hôte de l’agent | Host del agente | エージェントのホスト
Agent_Port | Agent Port | Port des Agenten | Port de l’agent | Puerto del agente | エージェントのポート
Agent_TLS | Encrypt Agent Traffic | Verkehr mit dem Agenten verschlüsseln | Chiffrer le trafic de l’agent | Cifrar el tráfico del agente | エージェントとの通信を暗号化
Aggregate_Groups | Read Groups | Gruppen lesen | Lire les groupes | Leer grupos | グループを読み取る
Aggregate_Roles | Read Roles | Rollen lesen | Lire les rôles | Leer roles | ロールを読み取る
Allow_Create | Allow Creation | Anlegen erlauben | Autoriser la création | Permitir la creación | 作成を許可
Assignment_Group | Assignment Group | Zuständige Gruppe | Groupe d’affectation | Grupo asignado | 担当グループ
Authentication_Type | Authentication Type | Art der Anmeldung | Type d’authentification | Tipo de autenticación | 認証の種類
Badge_Layout | Badge Layout | Ausweisformat | Format du badge | Formato de la tarjeta | バッジのレイアウト
CA_Certificate | CA Certificate | CA-Zertifikat | Certificat de l’AC | Certificado de la CA | CA 証明書
Client_ID | Client ID | Client-ID | ID client | ID de cliente | クライアント ID
Client_Number | Client Number | Mandant | Numéro de client | Mandante | クライアント番号
Client_Secret | Client Secret | Client-Geheimnis | Secret client | Secreto de cliente | クライアントシークレット
Commit_Each | Commit after Each Account | Nach jedem Konto festschreiben | Valider après chaque compte | Confirmar tras cada cuenta | アカウントごとにコミット
Connection_Properties | Connection Properties | Verbindungseigenschaften | Propriétés de connexion | Propiedades de conexión | 接続プロパティ
Connection_URL | Connection URL | Verbindungs-URL | URL de connexion | URL de conexión | 接続 URL
Create_Home_Folder | Create Home Folder | Basisordner anlegen | Créer le dossier de base | Crear carpeta particular | ホームフォルダーを作成
Create_Statement | Statement for Creation | Anweisung zum Anlegen | Instruction de création | Sentencia de creación | 作成用ステートメント
Create_Tickets | Create Tickets | Tickets anlegen | Créer des tickets | Crear tickets | チケットを作成
Cursor_Field | Cursor Field | Cursor-Feld | Champ du curseur | Campo del cursor | カーソルのフィールド
Database_Name | Database Name | Name der Datenbank | Nom de la base | Nombre de la base de datos | データベース名
Database_Type | Database Type | Art der Datenbank | Type de base de données | Tipo de base de datos | データベースの種類
Default_Attributes | Default Attributes | Vorgegebene Attribute | Attributs par défaut | Atributos por defecto | 既定の属性
Delimiter | Column Delimiter | Trennzeichen | Séparateur | Delimitador | 区切り文字
Delta_Column | Column with Date of Change | Spalte mit Änderungsdatum | Colonne de date de modification | Columna con fecha de cambio | 更新日の列
Delta_Mode | Recognize Changes by | Änderungen erkennen an | Détecter les changements par | Detectar cambios por | 変更の検出方法
Delta_Table | Table of Changes | Änderungstabelle | Table des changements | Tabla de cambios | 変更テーブル
Delta_Window | Look Back (Hours) | Rückblick (Stunden) | Période examinée (heures) | Período examinado (horas) | さかのぼる時間（時間）
Disabled_Container | Container for Disabled Accounts | Container für deaktivierte Konten | Conteneur des comptes désactivés | Contenedor de cuentas desactivadas | 無効なアカウントのコンテナー
Domain_Controllers | Domain Controllers | Domänencontroller | Contrôleurs de domaine | Controladores de dominio | ドメインコントローラー
Domain_Name | Domain Name | Domänenname | Nom de domaine | Nombre de dominio | ドメイン名
Driver_Class | Driver Class | Treiberklasse | Classe du pilote | Clase del controlador | ドライバークラス
Driver_Files | Driver Files | Treiberdateien | Fichiers du pilote | Archivos del controlador | ドライバーファイル
Encoding | Character Encoding | Zeichenkodierung | Encodage | Codificación | 文字コード
Environment | Environment Type | Umgebung | Environnement | Entorno | 環境
Excluded_Accounts | Excluded Accounts | Ausgenommene Konten | Comptes exclus | Cuentas excluidas | 除外するアカウント
Excluded_Roles | Excluded Roles | Ausgenommene Rollen | Rôles exclus | Roles excluidos | 除外するロール
Extra_Endpoints | More Endpoints | Weitere Endpunkte | Autres points de terminaison | Otros puntos de conexión | 追加のエンドポイント
Extra_Tables | More Tables | Weitere Tabellen | Autres tables | Otras tablas | 追加のテーブル
Future_Hires | Read Future Hires (Days Ahead) | Künftige Eintritte lesen (Tage voraus) | Lire les arrivées futures (jours) | Leer incorporaciones futuras (días) | 入社予定者の先読み（日）
Grant_Type | Grant Type | Grant-Typ | Type d’autorisation | Tipo de concesión | グラントタイプ
Group_Base_DN | Base DN for Groups | Basis-DN der Gruppen | DN de base des groupes | DN base de grupos | グループのベース DN
Group_Filter | Group Filter | Gruppenfilter | Filtre de groupes | Filtro de grupos | グループフィルター
Group_Query | Query for All Groups | Abfrage für alle Gruppen | Requête pour tous les groupes | Consulta de todos los grupos | 全グループのクエリ
Group_Table | Group Table | Gruppentabelle | Table des groupes | Tabla de grupos | グループテーブル
Group_Type | Group Type | Gruppenart | Type de groupe | Tipo de grupo | グループの種類
HTTP_Method | HTTP Method | HTTP-Methode | Méthode HTTP | Método HTTP | HTTP メソッド
Has_Header | First Line Holds the Names | Erste Zeile enthält die Namen | La première ligne contient les noms | La primera línea contiene los nombres | 1 行目は列名
Home_Folder_Path | Home Folder Path | Pfad des Basisordners | Chemin du dossier de base | Ruta de la carpeta particular | ホームフォルダーのパス
Host | Host Name | Hostname | Hôte | Nombre del host | ホスト
HostURL | Host URL | Host-URL | URL de l’hôte | URL del host | ホスト URL
Idle_Timeout | Close Idle Connections after (Seconds) | Ungenutzte Verbindungen schließen nach (Sekunden) | Fermer les connexions inactives après (secondes) | Cerrar conexiones inactivas tras (segundos) | アイドル接続を閉じるまで（秒）
Import_File | File to Import | Zu importierende Datei | Fichier à importer | Archivo que importar | インポートするファイル
Include_Disabled | Include Disabled Accounts | Deaktivierte Konten einschließen | Inclure les comptes désactivés | Incluir cuentas desactivadas | 無効なアカウントを含める
Isolation | Transaction Isolation | Transaktionsisolation | Isolation des transactions | Aislamiento de transacciones | トランザクション分離レベル
Key_Column | Key Column | Schlüsselspalte | Colonne clé | Columna clave | キー列
Key_ID | Key ID | Schlüssel-ID | ID de la clé | ID de la clave | キー ID
Key_Passphrase | Passphrase of the Key | Passphrase des Schlüssels | Phrase secrète de la clé | Frase de paso de la clave | キーのパスフレーズ
Keytab_File | Keytab File | Keytab-Datei | Fichier keytab | Archivo keytab | Keytab ファイル
Max_Retries | Retries | Wiederholungen | Nouvelles tentatives | Reintentos | 再試行回数
Merge_Rows | Merge Rows of the Same Key | Zeilen mit gleichem Schlüssel zusammenfassen | Fusionner les lignes de même clé | Combinar filas con la misma clave | 同じキーの行を結合
Message | Message Text | Nachricht | Texte du message | Mensaje | メッセージ
Multi_Value_Columns | Columns with Several Values | Spalten mit mehreren Werten | Colonnes à valeurs multiples | Columnas con varios valores | 複数値の列
Must_Change_Password | Password Must Be Changed at First Logon | Kennwort bei erster Anmeldung ändern | Changer le mot de passe à la première connexion | Cambiar la contraseña en el primer inicio | 初回ログオン時にパスワードを変更
Nested_Groups | Follow Nested Groups | Verschachtelte Gruppen verfolgen | Suivre les groupes imbriqués | Seguir grupos anidados | 入れ子のグループをたどる
NetBIOS_Name | NetBIOS Name | NetBIOS-Name | Nom NetBIOS | Nombre NetBIOS | NetBIOS 名
New_User_Container | Container for New Accounts | Container für neue Konten | Conteneur des nouveaux comptes | Contenedor de cuentas nuevas | 新規アカウントのコンテナー
Notify | Send Notifications | Benachrichtigungen senden | Envoyer des notifications | Enviar notificaciones | 通知を送信
On_Delete | When an Account Is Deleted | Wenn ein Konto gelöscht wird | À la suppression d’un compte | Al eliminar una cuenta | アカウント削除時の動作
One_Account_Query | Query for a Single Account | Abfrage für ein einzelnes Konto | Requête pour un seul compte | Consulta de una sola cuenta | 1 アカウントのクエリ
Page_Size | Page Size | Seitengröße | Taille de page | Tamaño de página | ページサイズ
Paging | Paging Method | Seitenweises Lesen | Pagination | Paginación | ページング
Parallel_Requests | Parallel Requests | Gleichzeitige Anfragen | Requêtes parallèles | Peticiones en paralelo | 並列リクエスト数
Password | Account Password | Kennwort | Mot de passe | Contraseña | パスワード
Payload_Format | Payload Format | Datenformat | Format des données | Formato de los datos | データ形式
Pool_Size | Connections in the Pool | Verbindungen im Pool | Connexions dans le pool | Conexiones en el pool | プールの接続数
Port | Port Number | Portnummer | Numéro de port | Puerto | ポート
Print_Badge | Print the Badge | Ausweis drucken | Imprimer le badge | Imprimir la tarjeta | バッジを印刷
Private_Key | Private Key | Privater Schlüssel | Clé privée | Clave privada | 秘密鍵
Procedures | Stored Procedures | Gespeicherte Prozeduren | Procédures stockées | Procedimientos almacenados | ストアドプロシージャ
Provision_By | Write Changes by | Änderungen schreiben mit | Écrire les changements par | Escribir cambios mediante | 変更の書き込み方法
ProxyHost | Proxy Host | Proxyhost | Hôte du proxy | Host del proxy | プロキシホスト
ProxyPort | Proxy Port | Proxyport | Port du proxy | Puerto del proxy | プロキシポート
Recipients | Mail Recipients | Empfänger | Destinataires | Destinatarios | 宛先
Referrals | LDAP Referrals | Verweise | Renvois | Referencias | 参照先
Refresh_Token | Refresh Token | Aktualisierungstoken | Jeton d’actualisation | Token de actualización | リフレッシュトークン
Region | Cloud Region | Cloud-Region | Région | Región | リージョン
Request_Body | Request Body | Inhalt der Anfrage | Corps de la requête | Cuerpo de la petición | リクエスト本文
Request_Headers | Request Headers | Kopfzeilen der Anfrage | En-têtes de requête | Cabeceras de la petición | リクエストヘッダー
Requests_Per_Minute | Requests per Minute | Anfragen pro Minute | Requêtes par minute | Peticiones por minuto | 1 分あたりのリクエスト数
Resource_Path | Resource Path | Ressourcenpfad | Chemin de la ressource | Ruta del recurso | リソースのパス
Role_ARN | Role ARN | Rollen-ARN | ARN du rôle | ARN del rol | ロール ARN
Root_Path | Root Path | Wurzelpfad | Chemin racine | Ruta raíz | ルートパス
Sandbox | Use a Sandbox | Testinstanz verwenden | Utiliser un bac à sable | Usar un entorno aislado | サンドボックスを使用
Sandbox_Name | Name of the Sandbox | Name der Testinstanz | Nom du bac à sable | Nombre del entorno aislado | サンドボックス名
Schema_Name | Schema | Schema | Schéma | Esquema | スキーマ
Scopes | OAuth Scopes | OAuth-Scopes | Portées | Ámbitos | スコープ
Search_Depth | Search Depth | Suchtiefe | Profondeur de recherche | Profundidad de búsqueda | 検索の深さ
Service_Principal | Service Principal Name | Dienstprinzipalname | Nom du principal de service | Nombre principal de servicio | サービスプリンシパル名
Set_Passwords | Set Passwords | Kennwörter setzen | Définir les mots de passe | Fijar contraseñas | パスワードを設定
Sites | Site List | Standorte | Liste des sites | Sedes | 拠点
System_Number | System Number | Systemnummer | Numéro de système | Número de sistema | システム番号
Tenant_ID | Tenant ID | Mandanten-ID | ID du locataire | ID de inquilino | テナント ID
Ticket_Priority | Priority | Priorität | Priorité | Prioridad | 優先度
Ticket_Template | Ticket Template (JSON) | Ticketvorlage (JSON) | Modèle de ticket (JSON) | Plantilla de ticket (JSON) | チケットのテンプレート (JSON)
Ticket_Type | Ticket Type | Ticketart | Type de ticket | Tipo de ticket | チケットの種類
Timeout | Timeout (Seconds) | Zeitlimit (Sekunden) | Délai d’attente (secondes) | Tiempo de espera (segundos) | タイムアウト（秒）
Token_URL | Token URL | Token-URL | URL du jeton | URL del token | トークン URL
Trust | Trusted Certificates | Vertrauenswürdige Zertifikate | Certificats de confiance | Certificados de confianza | 信頼する証明書
Use_Agent | Use an Agent | Agenten verwenden | Utiliser un agent | Usar un agente | エージェントを使用
Use_Proxy | Use a Proxy | Proxy verwenden | Utiliser un proxy | Usar un proxy | プロキシを使用
Use_Sudo | Run Commands with sudo | Befehle mit sudo ausführen | Exécuter les commandes avec sudo | Ejecutar comandos con sudo | sudo でコマンドを実行
Use_TLS | Use TLS | TLS verwenden | Utiliser TLS | Usar TLS | TLS を使用
User_Base_DN | Base DN for People | Basis-DN der Personen | DN de base des utilisateurs | DN base de personas | ユーザーのベース DN
User_Columns | Columns to Read | Zu lesende Spalten | Colonnes à lire | Columnas que leer | 読み取る列
User_Filter | User Filter | Benutzerfilter | Filtre d’utilisateurs | Filtro de usuarios | ユーザーフィルター
User_Name | User Name | Benutzername | Nom d’utilisateur | Nombre de usuario | ユーザー名
User_Search_Scopes | Searches for People | Suchen nach Personen | Recherches d’utilisateurs | Búsquedas de personas | ユーザーの検索
User_Table | User Table | Benutzertabelle | Table des utilisateurs | Tabla de usuarios | ユーザーテーブル
Validation_Query | Query to Test a Connection | Abfrage zum Testen einer Verbindung | Requête de test de connexion | Consulta para probar la conexión | 接続確認用クエリ
Verify_Host_Name | Verify Host Name | Hostnamen prüfen | Vérifier le nom d’hôte | Verificar el nombre del host | ホスト名を検証
Wait_For_Approval | Wait for Approval | Auf Genehmigung warten | Attendre l’approbation | Esperar la aprobación | 承認を待つ
Wallet_File | Wallet File | Wallet-Datei | Fichier de portefeuille | Archivo de wallet | ウォレットファイル
Wallet_Password | Wallet Password | Wallet-Kennwort | Mot de passe du portefeuille | Contraseña del wallet | ウォレットのパスワード`;
