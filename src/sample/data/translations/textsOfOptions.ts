/** Labels of what can be chosen: key | en | de | fr | es | ja */
export const textsOfOptions = `
API_latest | Latest | Neueste | Dernière | Última | 最新
API_v1 | Version 1 | Version 1 | Version 1 | Versión 1 | バージョン 1
API_v2 | Version 2 | Version 2 | Version 2 | Versión 2 | バージョン 2
Auth_API_Key | API Key | API-Schlüssel | Clé d’API | Clave de API | API キー
Auth_Basic | User Name and Password | Benutzername und Kennwort | Nom d’utilisateur et mot de passe | Usuario y contraseña | ユーザー名とパスワード
Auth_Certificate | Certificate | Zertifikat | Certificat | Certificado | 証明書
Auth_JWT | Signed Token (JWT) | Signiertes Token (JWT) | Jeton signé (JWT) | Token firmado (JWT) | 署名付きトークン (JWT)
Auth_Kerberos | Kerberos
Auth_OAuth | OAuth 2.0
Auth_Wallet | Wallet | Wallet | Portefeuille | Wallet | ウォレット
DB_oracle | Oracle
DB_other | Another | Andere | Autre | Otra | その他
DB_postgresql | PostgreSQL
DB_sqlserver | SQL Server
Delete_disable | Disable It | Deaktivieren | Le désactiver | Desactivarla | 無効にする
Delete_move | Disable and Move It | Deaktivieren und verschieben | Le désactiver et le déplacer | Desactivarla y moverla | 無効にして移動する
Delete_remove | Remove It | Entfernen | Le supprimer | Eliminarla | 削除する
Delimiter_comma | Comma | Komma | Virgule | Coma | カンマ
Delimiter_semicolon | Semicolon | Semikolon | Point-virgule | Punto y coma | セミコロン
Delimiter_tab | Tab | Tabulator | Tabulation | Tabulador | タブ
Delta_column | Date in a Column | Datum in einer Spalte | Date dans une colonne | Fecha en una columna | 日付の列
Delta_dirsync | Directory Synchronization | Verzeichnissynchronisierung | Synchronisation d’annuaire | Sincronización del directorio | ディレクトリ同期
Delta_none | Nothing, Read Everything | Nichts, alles lesen | Rien, tout lire | Nada, leer todo | 検出せず、すべて読み取る
Delta_table | A Table of Changes | Eine Änderungstabelle | Une table des changements | Una tabla de cambios | 変更テーブル
Delta_usn | Update Sequence Number | Aktualisierungsnummer (USN) | Numéro de séquence (USN) | Número de secuencia (USN) | 更新シーケンス番号 (USN)
Depth_base | This Object Only | Nur dieses Objekt | Cet objet seulement | Solo este objeto | このオブジェクトのみ
Depth_one | One Level Down | Eine Ebene tiefer | Un niveau en dessous | Un nivel más abajo | 1 階層下まで
Depth_subtree | Everything Below | Alles darunter | Tout ce qui est en dessous | Todo lo que hay debajo | 配下すべて
Environment_production | Production | Produktion | Production | Producción | 本番
Environment_test | Test | Test | Test | Pruebas | テスト
Format_JSON | JSON
Format_XML | XML
Grant_client | Client Credentials | Client-Anmeldedaten | Identifiants du client | Credenciales de cliente | クライアント資格情報
Grant_refresh | Refresh Token | Aktualisierungstoken | Jeton d’actualisation | Token de actualización | リフレッシュトークン
Group_any | Any | Alle | Tous | Cualquiera | すべて
Group_distribution | Distribution Groups | Verteilergruppen | Groupes de distribution | Grupos de distribución | 配布グループ
Group_security | Security Groups | Sicherheitsgruppen | Groupes de sécurité | Grupos de seguridad | セキュリティグループ
Isolation_committed | Read Committed
Isolation_repeatable | Repeatable Read
Isolation_serializable | Serializable
Layout_landscape | Landscape | Querformat | Paysage | Horizontal | 横
Layout_portrait | Portrait | Hochformat | Portrait | Vertical | 縦
Method_GET | GET
Method_POST | POST
Paging_cursor | By Cursor | Mit Cursor | Par curseur | Por cursor | カーソル
Paging_none | None | Keines | Aucune | Ninguna | なし
Paging_offset | By Offset | Mit Versatz | Par décalage | Por desplazamiento | オフセット
Priority_high | High | Hoch | Haute | Alta | 高
Priority_low | Low | Niedrig | Basse | Baja | 低
Priority_medium | Medium | Mittel | Moyenne | Media | 中
Provision_none | Nothing, Read Only | Nichts, nur lesen | Rien, lecture seule | Nada, solo lectura | 書き込まない（読み取り専用）
Provision_procedure | Stored Procedures | Gespeicherte Prozeduren | Procédures stockées | Procedimientos almacenados | ストアドプロシージャ
Provision_statement | SQL Statements | SQL-Anweisungen | Instructions SQL | Sentencias SQL | SQL ステートメント
Referral_follow | Follow | Folgen | Suivre | Seguir | たどる
Referral_ignore | Ignore | Ignorieren | Ignorer | Ignorar | 無視する
Region_ap | Asia Pacific | Asien-Pazifik | Asie-Pacifique | Asia-Pacífico | アジア太平洋
Region_eu | Europe | Europa | Europe | Europa | ヨーロッパ
Region_us | United States | Vereinigte Staaten | États-Unis | Estados Unidos | 米国
Ticket_change | Change | Änderung | Changement | Cambio | 変更
Ticket_incident | Incident | Störung | Incident | Incidente | インシデント
Ticket_request | Request | Anforderung | Demande | Solicitud | 要求
Trust_file | From an Uploaded File | Aus einer hochgeladenen Datei | D’un fichier téléversé | De un archivo subido | アップロードしたファイル
Trust_system | Those of the System | Die des Systems | Ceux du système | Los del sistema | システムの証明書`;
