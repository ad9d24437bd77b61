"""Given names and surnames common in Québec, of every origin, and the words that only look like names.

Folded (ASCII, lower case). The lists are evidence, not law: a name that is missing is still found by its capital and
its neighbours, and a name that is also a word needs more than being in a list.
"""

from __future__ import annotations

from typing import Final

from recognizers.around import words

GIVEN: Final = words(
    """
    jacinthe brittany trevor meghan kassim nour philemon solveig maite gwenael eliott jocelyn gislaine gisela nadeige
    marilie rosalie tristane laurianne alexe maely livia mylene mylaine julianne marianick frederike noelie annabel
    raphaele joannie cassandre coraly leanne romy clea elea lily-rose eva-rose liam logan nolan theo milo felix-antoine
    charles-antoine marc-andre marc-antoine jean-francois jean-philippe jean-sebastien jean-pierre jean-paul jean-marc
    jean-luc pierre-luc pierre-olivier louis-philippe francois-xavier charles-olivier anne-marie anne-sophie
    marie-laurence marie-anne marie-louise rose-marie lise-anne
    abel abigail adam adele adeline adrian adriana adrien agathe agnes ahmed aicha aime aimee alain alan albert alberto
    alejandra alejandro
    alex alexander alexandra alexandre alexandrine alexia alexis alfred ali alice alicia alina aline alison alix allison
    alma alphonse
    alyson alyssa amanda amandine amelia amelie amina amine amir amira amy ana anabelle anais anastasia andre andrea
    andreanne andree andrei
    andres andrew andy ange angela angele angelina angeline angelique angelo angie anh anik anika anissa anita ann anna
    annabelle anne
    annette annick annie anouk anthony antoine antoinette anton antonia antonio antony arianne ariane ariel arielle arlette
    armand armande
    arnaud arnold arthur arturo ashley audrey auguste augustin aurelie aurelien aurore austin aya ayoub aziz barbara bastien
    beatrice beatriz
    belinda ben benjamin benny benoit bernadette bernard bernice bertha berthe bertrand beth betty beverly bianca bilal bill
    billy blaise
    bob bobby boris brad bradley brandon brenda brendan brent brett brian brianna brigitte bruce bruno bryan caleb calvin
    cameron camila
    camille candice carl carla carlo carlos carmel carmelle carmen carol carole carolina caroline carolyn carrie cassandra
    cassandre cathy
    catherine cecile cecilia cedric celeste celia celina celine cesar chad chantal chantale charlene charles charlie
    charline charlotte
    chelsea cheryl chloe chris christelle christiane christina christine christophe christopher christopher cindy claire
    clara clarence
    clarisse claude claudette claudia claudie claudine claudio clemence clementine clifford clive clotilde clovis colette
    colin colleen
    conrad constance cora coralie corey corinne cory craig cristina curtis cynthia cyril cyrille daisy dale damian damien
    dan dana daniel
    daniela daniele daniella danielle danika danny daphne daphnee darlene darren darryl dave david dean deborah debbie debra
    delia delphine
    denis denise dennis derek desire desiree diana diane diego dimitri dina dino dolores dominic dominique don donald donna
    dora doreen
    doris dorothee dorothy doug douglas duc duncan dustin dwayne dylan eddie eddy edgar edith edmond edmund eduardo edward
    edwin eileen
    elaine eleanor elena eleonore eli eliane elias elie eliane elisa elisabeth elise eliza elizabeth ella ellen elliot
    elliott elodie eloi
    eloise elsa elvira elyse emanuel emanuelle emil emile emilia emilie emilien emily emma emmanuel emmanuelle emmy enrique
    eric erica erick
    erik erika erin ernest ernesto ester estelle esther ethan etienne eugene eugenie eva evan evangeline eve evelyn evelyne
    ezekiel
    fabien fabienne fabio fabrice fanny farah farid fatima fatma fatou fatoumata federico felicia felicite felix ferdinand
    fernand fernande
    fernando fiona flavie flora florence florent florian floriane francesca francesco francine francis francisco franck
    francois francoise
    frank frankie franklin fred freda freddy frederic frederick frederique gabriel gabriela gabriella gabrielle gaetan
    gaetane gail gary
    gaston gaetan genevieve geoffrey geoffroy george georges georgette georgina gerald geraldine gerard german germain
    germaine gertrude
    ghislain ghislaine ghyslain ghyslaine gianni gilbert gilberte gilles gillian gina ginette gino giovanni gisele giuseppe
    gladys glen
    glenn gloria gonzalo gordon graham gregoire gregory greta guillaume guillermo gustave guy guylain guylaine gwen
    gwendoline gwenaelle
    habib hadrien hakim hamid hamza hanna hannah harold harry harvey hassan heather hector heidi helen helena helene henri
    henriette henry
    herbert herve hicham hilary hippolyte holly honore howard hubert hugh hugo hugues huguette hung hussein ian ibrahim
    ibrahima ida ignace
    igor iliana imane imelda ines ingrid irene irina iris irma isaac isabel isabella isabelle isabella isaie ismael israel
    ivan ivanna
    ivonne jack jackie jackson jacob jacqueline jacques jacynthe jade jaime jake jamal james jamie jan jana jane janelle
    janet janice
    janick janie janine janique jared jasmin jasmine jason javier jay jayden jean jeanette jeanine jeanne jeannette jeannine
    jeannot jeff
    jeffrey jenna jennie jennifer jenny jeremie jeremy jerome jerry jesse jessica jessie jessy jill jim jimmy jo joan joane
    joanie joanna
    joanne joannie jocelyn jocelyne joe joel joelle joey johan johann johanna johanne john johnathan johnny jolene jon jonas
    jonathan
    jordan jorge jose josee josef joseph josephine joshua josiane josie josue joyce juan juanita judith judy jules julia
    julian juliana
    julie julien julienne juliette julio june justin justine karen karim karima karina karine karl karla karolane kassandra
    kate katelyn
    katherine kathia kathleen kathryn kathy katia katie katrina katy kayla keith kelly ken kendra kenneth kenny kenza kerry
    kevin khadija
    khaled khalid kim kimberly kirk kristen kristin kristina kurt kyle laetitia laila lana lara larry laura laurence laurent
    laurette
    laurie laurier lauriane lawrence lea leah leandre leanne lee leila lena leo leon leona leonard leonardo leonie leonora
    leopold leroy
    leslie lesley leticia lewis lia liam lidia lien lila liliana liliane lilianne lillian lily lina linda lindsay lionel
    lisa lisanne lise
    liette livia liza loic lois lola lorenzo lori lorna lorraine lou louane louis louisa louise louisette louka loup luc
    luca lucas luce
    lucette lucia lucian lucie lucien lucienne lucille lucy ludivine ludovic luigi luis luisa luke luna lydia lydie lyne
    lynda lynn lynne
    mabel maddison madeleine madeline madison mae maelle magali magalie magdalena maggie mahamadou mahmoud mahdi maika
    malcolm malek malik
    malika mamadou manon manuel manuela marc marcel marcela marcelle marcello marcia marco marcos margaret margarita margaux
    marguerite
    maria mariam mariama mariana mariane marianne marie mariella marielle marilou marilyn marilyne marina mario marion
    marisa marisol
    marjolaine marjorie mark marlene marlon martha marthe martin martina martine martha marvin mary maryam maryline maryse
    mathias mathieu
    mathilde matheo matteo matthew matthias matthieu maude maud maureen maurice mauricette mauricio maverick max maxence
    maxim maxime
    maximilien maya medeline megan megane mehdi melanie melina melissa melodie melody mercedes meredith meriem merouane
    meryem micah michael
    michaela michel michele micheline michelle miguel mike mikael mila milan mildred milena minh mira miranda mireille
    mirella miriam
    mitchell moha mohamad mohamed mohammad mohammed moise molly mona monica monika monique morgan morgane moussa muriel
    murielle murray
    mustafa mustapha myriam myrian myrtha nada nadege nadia nadine naima nancy naomi nassim natacha natalia natalie nataly
    natasha nathalie
    nathan nathaniel neil nelly nelson nestor ngoc nicholas nick nicolas nicole nicoletta nicolette nikita nikolas nina noah
    noam noe noel
    noella noemie noemi nora norah norbert noreen norma norman normand normande nour octave odette odile odilon olga oliver
    olivia olivier
    omar omer ophelie orlando oscar osman oswald otto ousmane owen pablo paola paolo pascal pascale pascaline patrice
    patricia patrick paul
    paula paule paulette paulin paulina pauline pedro peggy penelope percy perrine peter petra phil philip philippe phillip
    phoebe phuong
    pierre pierrette pierrick priscilla priya quentin quoc rachel rachelle rachid rafael rainer ralph ramon randy raoul
    raphael raphaelle
    raquel raul ray raymond raymonde real rebecca regina reginald regine regis rejean rejeanne remi remy renald renata
    renaud rene renee
    renelle reynald rhea rhonda ricardo richard rick ricky rina rita rivka robert roberta roberte roberto robin roch rock
    rocio rod roderick
    rodney rodolfo rodolphe rodrigo roger roland rolande romain romane romeo romy ron ronald ronnie rosa rosaire rosalie
    rosalind rosanne
    rosario rosemarie rosemary rosie ross roxane roxanne roy ruben ruby rudolf rudy rufus russell ruth ryan sabrina sacha
    said salima sally
    salma salvador salvatore sam samantha samia samir samira sammy samuel samuelle sandra sandrine sandro sandy santiago
    sara sarah sasha
    scott sean sebastian sebastien serena serge sergio seth shanna shannon sharon shaun shawn sheila shelley sherry sheryl
    shirley sidney
    siham silvia simon simone simonne sina slimane sofia sofiane solange soline sonia sonya sophia sophie soraya stacey
    stacy stanislas
    stanley stella stephan stephane stephanie stephen steve steven stuart suzan suzanne suzie sven sybille sydney sylvain
    sylvaine sylvette
    sylvia sylviane sylvie tamara tania tanya tara tariq tatiana ted teddy terence teresa terrence terry tess tessa thalia
    theo theodore
    therese theresa thi thibault thierry thomas tiffany tim timothee timothy tina tobias todd tom tomas tommy tony tracey
    tracy travis trevor
    tristan trudy tuan tyler ulysse ursula ursule valerie valentin valentina valentine vanessa veronica veronique vianney
    vicky victor
    victoria victorien vincent vincenzo viola violaine violette virginia virginie vital viviane vivian vladimir walid walter
    wanda warren
    wayne wei wendy wesley wilfred wilfrid willard william willie willy wilson winston xavier yacine yan yanick yanik yann
    yannick yannis
    yasmina yasmine yassin yassine yoan yoann yohan yolaine yolanda yolande youcef youssef yousra ysabel yvan yves yvette
    yvon yvonne zach
    zacharie zachary zahra zakaria zara zeina zineb zoe zohra sylvestre rosalba guylene lyse lison francelyne francoys
    jean-guy wm chuck
    benoite marguerita mariette mauricio magella ovila ovide rosaire adelard alcide aldei anicet arsene aurele azarie conrad
    delima donat
    edouard eusebe fleurette fleurette georgianna germain gerardin hermenegilde irenee jeanne-mance leopaul lorenza lucile
    ludger ludivine
    majella marie-eve marie-claude marie-josee marie-pier marie-pierre marie-andree marie-france marie-helene
    marie-christine marie-soleil
    napoleon noemi obeline onesime origene philomene pierrette raphaella reina rolland roméo rosee simonne telesphore
    theophile thaddee
    uldege urgel valmore zenon wassim wissam yara youness xiang xin ying ming jing hui mei lan hong thanh linh trang quang
    vinh khanh
    arjun raj ravi sanjay sunita anil deepak harpreet gurpreet manpreet jaspreet amandeep rajesh suresh vijay pooja neha
    anjali lakshmi
    amadou boubacar cheikh aissatou mariame adama oumar ibrahim idriss souleymane abdoulaye abdelkader abdallah abdul
    abderrahmane
    olena oksana svetlana dmitri sergei natalya tatyana ekaterina vasile mihai ionut gheorghe radu bogdan cristian alina
    mirela
    wadih elias georgios yiannis costas dimitrios vasilios katerina fernanda joao thiago paulo luciana marcelo gustavo rodrigo
    jerzy tomasz piotr krzysztof katarzyna agnieszka malgorzata zofia hans klaus heinrich friedrich wolfgang jurgen gunther
    ludwig
    edna hazel pearl myrna gladys doreen thelma wilma vera velma phyllis gwendolyn marjory isobel fergus alistair angus
    hamish ewan
    niall liam siobhan aidan aiden brayden logan lucas mason jaxon noah elijah zoey chloe harper aria avery scarlett addison
    aubrey
    eugenia nathanael ezra levi yosef moshe shlomo rivka chaya mordechai avraham yitzhak
    """
)

SURNAMES: Final = words(
    """
    abbas abdi abdou abel abraham achour adam adams ahmad ahmed ait albert alexander alexandre ali allaire allard allen
    alvarez amar amyot
    anderson andrade andre andrews ange angers antoine apollon archambault arcand archer ares armstrong arnold arsenault
    asselin aube aubert
    aubin aubry auclair audet auger augustin aumont auclair ayotte aziz azzi babin bacon bah bahl bailey baillargeon baker
    bakr ballard bangoura
    banville barbeau barbier baril barker barnes baron barrette barrie barry barth bastien baudin bayard beauchamp
    beauchemin beauchesne beaudet
    beaudin beaudoin beaudry beaulac beaulieu beaulne beaumier beaumont beaupre beauregard beausejour beausoleil beauvais
    becker bedard begin
    beland belair belanger belhadj belisle beliveau bell belleau bellefeuille bellemare bellerose belley belzile ben benali
    benard benjamin
    bennett benoit benson berard berger bergeron bernard bernatchez bernier berry berthelot berthiaume bertin bertrand
    berube besner bessette
    bhatt bianchi bibeau bigras bilodeau binette biron bisson bissonnette black blackburn blain blais blake blanchard
    blanchet blanchette
    blouin bluteau bock boily boisclair boissonneault boisvert boivin bolduc bolger bond boniface bonin bonneau bonnet
    bonneville borduas
    bosse bosch bouchard boucher bouchra boudreau boudreault bougie bouffard boulanger boulay boulet boulianne bourassa
    bourbonnais bourdeau
    bourdon bourgault bourgeois bourget bourque bousquet boutin bouvier bowen bowman boyer boyle bradley brady brassard
    brault breault breton
    briand briere brien bright brisebois brisson brochu brodeur brosseau brouillard brouillette brousseau brown bruce
    bruneau brunelle brunet
    bryant buchanan bui buisson bujold bureau burke burns burton bussieres butler byrne cadieux cadorette caissie callaghan
    cameron camire
    campagna campbell campeau cantin caouette carbonneau cardin cardinal carey carignan carle carlson caron carpentier
    carrier carriere carroll
    carter cartier casavant casey castonguay castro cauchon cayer cayouette chabot chagnon chalifoux chamberland champagne
    champoux chan chandler
    chang chapdelaine chapman charbonneau charette charland charlebois charles charpentier charron chartier chartrand chasse
    chatel chau
    chauvin chayer chen cheng chenard cherif chevalier chevrette chevrier chicoine cho choi chouinard choquette choquet chow
    christensen chu
    chung cimon clark clarke clavet clement cloutier coderre cohen cole coleman collette collin collins comeau comtois cook
    cooper corbeil
    corbin cormier corriveau cossette costa cote couillard coulibaly coulombe courchesne cournoyer courtemanche courteau
    courtois couture
    couturier cox craig crawford crepeau crete croteau cruz cummings cunningham cusson cyr daigle daigneault dallaire damico
    damours dandurand
    dang daniel daniels danis daoust darveau dauphin dauphinais david davidson davies davis dawson day dean deblois decarie
    de-la-cruz
    delage delgado delisle delorme demers demeules denault deneault denis dennis deraspe deroy derome desaulniers desbiens
    deschamps deschenes
    descoteaux desgagne desgagnes desilets desjardins desjarlais desmarais desmeules desnoyers despres desroches desrochers
    desrosiers
    desruisseaux deveau devost dewar diab diallo diaz dias dicaire dick dickson diep dion dionne diop diotte diouf dixon do
    doan dobson
    doiron dolbec dominguez donaldson dore dorion dorval dostie doucet doucette dougherty douglas dove downey doyle doyon
    drapeau drolet
    drouin dube dubeau dubois dubord dubreuil dubuc duc duchaine ducharme duchesne duchesneau duclos dufault duff dufort
    dufour dufresne
    dugal dugas duguay duhaime dulude dumais dumas dumont dumoulin duncan dunn dupere duplessis dupont dupras dupre dupuis
    duquette durand
    durocher dussault dutil duval duvernay dwyer dyer eddy edmond edwards egan elie elliott ellis emond ethier evans evrard
    fabre fafard
    faille falardeau faucher faubert favreau fecteau ferguson fernandes fernandez ferland ferreira ferron field filiatrault
    filion filteau
    fischer fisher fitzgerald fiset fleming fleurant fleury florent flores flynn fofana foisy foley fong fontaine forbes
    ford forest forget
    forgues forest fortier fortin foster foucault fouquet fournier fox francis francoeur francois franco franklin fraser
    frechette freeman
    frenette frigon fugere fuller gaboury gaboriault gadbois gagne gagner gagnier gagnon gaillard galarneau galipeau
    gallagher gallant galvan
    gamache gamelin garand garant garceau garcia gardner gareau garneau garon gascon gaudet gaudette gaudreau gaudreault
    gaulin gauthier
    gautier gauvin gauvreau gavin gelinas gemme gendreau gendron genest genois george georges gerard germain gervais ghali
    giard gibbons
    gibson giguere gilbert gill gillespie gingras girard giroux gobeil godbout godin goldberg goldman gomes gomez gonzales
    gonzalez goodman
    gordon gosselin gougeon goulet goupil gouin goyette grace graham grand-maison grandmaison grant graton gratton gravel
    gray greco green
    greenberg greene greenwood gregoire grenier grenon griffin grimard grondin gross guay guenette guenther guerard guerin
    guerra guertin guevara
    guevremont guilbault guilbert guillemette guimond guindon gupta gutierrez guzman haddad hadj hakim hall halle hamel
    hamelin hamilton
    hammond hanna hansen hanson harbec hardy harel harnois harper harris harrison hart harvey hassan hawkins hayes hebert
    helie henault
    henderson henri henry heon herard hernandez heroux herrera hetu hicks higgins hill hinse ho hoang hodgson hoffman hogan
    holmes hopkins
    horvath houde houle howard hu huang huard hubert hudon hudson huet hughes hunt hunter huot hurtubise hussain hussein
    huynh hyde ibrahim
    imbeau ingram isabelle issa jackson jacob jacobs jacques jacob jalbert james jamieson janelle janvier jarry jasmin
    jauvin jean jenkins
    jennings jetté jette jimenez jobin jodoin johnson johnston joly joncas jones jordan joseph joyal joyce juarez julien
    jutras kaba kabongo
    kane kang kaplan kapoor karam katz kaufman kaur keita keller kelley kelly kennedy kenny kerr keroack khalil khan khoury
    kim king kirouac
    klein knight koffi kone kouassi kowalski kramer kumar kwan kwok labbe labelle labonte laberge labine labrecque labreche
    labrie lacasse
    lacerte lachance lachapelle lacharite lacombe lacoste lacoursiere lacourse lacroix laferriere lafleche lafleur laflamme
    lafond lafontaine
    laforce laforest laforge lafortune laframboise lafrance lafreniere lagace laganiere lague lai lajeunesse lajoie
    laliberte lalonde lalumiere
    lam lamarche lamarre lambert lamirande lamontagne lamothe lamoureux lamy lancaster lanctot landreville landry lane lang
    lange langelier
    langevin langlois lanoue lanthier lapierre laplante lapointe laporte laprise larabie laramee larente larin lariviere
    larochelle larocque
    larose larouche larrivee larson larue lasalle lasnier latour latraverse latreille latulippe lau laughrea laurendeau
    laurent laurier laurin
    lauzier lauzon lavallee lavergne lavigne lavigueur laviolette lavoie law lawrence lawson le leblanc leblond leboeuf
    lebel lebeau leboeuf
    lebrun leclair leclerc lecompte lecomte lecours ledoux leduc lee lefebvre lefevre lefrancois legare legault legendre
    leger legris lehoux
    lemaire lemay lemelin lemieux lemire lemoine lemonde leonard lepage lepine lepire leroux leroy lesage lessard letarte
    letendre letourneau
    leung levac levasseur leveille levesque levy lewis lheureux li liang liboiron lim lin linteau lise liu lloyd lo loiselle
    longpre lopes
    lopez lord lorrain lortie louis loyer lozeau lu lucas luckasavitch lupien lussier ly lynch lyons ma mac macdonald
    macdougall macgregor
    mack mackay mackenzie maclean macleod maheu maheux mahoney mai mailhot mailloux mainville malenfant mallette malo
    malouin maltais mann
    manseau mansour marceau marchand marcil marcotte marcoux marier marin marineau marion marleau marois marquis marsan
    marshall marsolais
    martel martell martin martineau martinez martins mason masse masson matte matthews maurice may mayer mayrand mbaye
    mcarthur mccarthy
    mcclure mcdonald mcdonnell mcduff mcgee mcgrath mcgregor mcguire mcintosh mcintyre mckay mckenna mckenzie mclaughlin
    mclean mcleod mcmahon
    mcmillan mcnamara mcneil mcneill medina meloche melancon menard mendes mendez mendoza mercier merette messier methot
    meunier meyer michaud
    michel milette miller mills milot mineau mineault miranda miron mitchell mohamed mohammed moisan molina monette mongeau
    mongrain montpetit
    montreuil monty moore morales moran moreau morel morency moreno morgan morin moreau morissette morisset morneau morris
    morrison morrissette
    morse morton mousseau moussa mueller mullen muller murphy murray myers myre nadeau nadon nantel nault neron nelson neveu
    neves newman
    newton ng ngo nguyen nicholson nicol nicolas noel noiseux nolan nolet nolin nunez oakley obrien oconnor odonnell ohara
    okafor oliveira
    olivier olsen olson oneil oneill orr ortega ortiz osman otis ouattara ouellet ouellette ouimet owens page paiement
    painchaud palardy palmer
    panneton papineau paquet paquette paquin parade paradis parent pare parenteau parisien parker parks parr parsons patel
    patenaude patoine
    patry patterson paul payant payette payne pearson pedneault pelchat pelland pellerin pelletier peloquin pena pepin perez
    perrault perreault
    perras perreault perrier perron perry persaud peters petersen peterson petit petitclerc petrov pham phan phaneuf
    phillips piche pichette
    pichette picard pierre pierre-louis pigeon piette pilon pilote pinard pineault pineau pinel pinsonneault pinto pires
    pitre plamondon plante
    plouffe plourde poirier poisson poissant poitras pomerleau popescu porter potvin poudrier poulin pouliot poupart pratte
    prefontaine prescott
    preston prevost price primeau prince pronovost proulx provencal provencher provost prud'homme prudhomme pruneau quach
    quenneville quesnel
    quessy quevillon quinn quirion quintal racette racicot racine rahman rainville rajotte ramirez ramos ramsay rancourt
    raposo rathe ratte
    raymond reed reeves reid reilly remillard renaud renault rene reyes reynolds rheaume rho ricard richard richards
    richardson richer rickard
    rinfret riopel riopelle rioux rivard rivera rivest riviere roberge robert roberts robertson robichaud robidoux robillard
    robin robinson
    robitaille rocheleau rochefort rochette rochon rodrigue rodrigues rodriguez rogers roland rompre rondeau rosario rose
    rosen rosenberg ross
    rossi rossignol rouleau rousseau roussel roussy routhier roux rouillard rowe roy royer ruel ruest ruiz russell russo
    ryan sabourin saad
    sadler saint-amand saint-amour saint-arnaud saint-cyr saint-denis saint-germain saint-gelais saint-hilaire saint-jacques
    saint-jean
    saint-laurent saint-louis saint-martin saint-onge saint-pierre salazar saleh salvail samson samuel sanchez sanders
    sandhu sanfacon santerre
    santos sarkissian sarrazin sasseville saucier saulnier saumure sauriol sauve savage savard savaria savoie sawyer schmidt
    schneider schwartz
    scott seguin senecal senechal serrano sevigny sharma shaw sheehan sheppard sherman sicard sicotte sigouin silva
    silverman simard simmons
    simon simoneau simpson sinclair singh sirois skelling slater smith snow snyder soares socquet sorensen soucy soto
    soulard sousa souza spencer
    spenard stanley st-amand st-amant st-amour st-arnaud st-cyr st-denis st-gelais st-georges st-germain st-hilaire
    st-jacques st-jean st-laurent
    st-louis st-martin st-onge st-pierre ste-marie stafford steele stein stephens stevens stevenson stewart stone stuart
    suarez sullivan surprenant
    sutherland sylla sylvain sylvestre syed tadros taillefer taillon talbot tan tang tanguay tardif taschereau tasse taylor
    tellier teixeira
    tessier tetrault tetreault theberge theoret theriault therien therrien thibault thibeault thibodeau thivierge thomas
    thompson thomson tisseur
    todd toledano tomlinson torres toupin tourangeau tourigny toussaint toure tousignant tran traore trahan tremblay trempe
    trepanier troian trottier
    trudeau trudel trudelle truong tsang tu tucker turcot turcotte turgeon turmel turner urbain vachon vadeboncoeur
    vaillancourt valade valcourt
    valiquette vallee valle vallieres valois van vandal vandette vargas vasquez veillette veilleux venne verdon vermette
    verreault verrette verville
    vezina viau vien viens vigneault vigneau villemaire villemure villeneuve vincent vinet violette voyer vu wagner walker
    wallace walsh walter wang
    ward warren watson watt watters weaver webb weber weiss welch wells west wheeler whelan white whitehead wilkins williams
    williamson willis
    wilson winter wong wood woods wright wu xu yale yan yang yeung yoon young yu zamora zhang zhao zheng zhou zhu zimmerman
    ziegler
    amrani bouazza boudjemaa bouchareb belkacem benmoussa benslimane boukhari cherkaoui elhadi elidrissi fassi haddou
    kaddour khelifi lahlou
    mansouri meziane ouali rahmani saidi slimani tahiri tazi touati yahiaoui zerrouki zidane charles-pierre desir estime
    joachim jeudy
    louis-jeune laguerre moise philogene saint-fleur saintil cherubin dorvil exantus celestin
    """
)

#: Given names and surnames that are also everyday words (or places) of French or English.
ALSO_WORDS: Final = words(
    """
    max min bill
    aime aimee aimes ange austin aurore avery bacon baker ball banville baron begin bell ben bill
    black bond 
    boucher bougie bourgeois bob breton bright brown bruce bureau butler camille carl carey cardinal
    carrier
    carriere carter case celeste chad champagne chan chartier chance chase chasse christian clair claire clement
    clemence 
    constance cook cora cote cotes couture cruz daisy dale dan dawn day dean 
    desir desire
    desiree do don dove drew duc dung ella emery eve faille faith felicite
    field fisher
    flamme florence florent ford forest foster fontaine fox france frank gagne gagner 
    gallant gene
    grace grand grant gray green gross grave guide guy hall hardy hart hill ho
    honore hope
    hunt hunter iris israel ivory jade janvier jardin jeans jessie jeudi joly
    joy 
    june jules juste justin kim king lane lang lance large law lawn le lee 
    li lia lien lima lin link logan lo loi long lord lou loup love lu lune luna ly
    ma mac maire maison
    male malade mann marchand marche marguerite marin marine marion mark mars mason masse massé matte matin
    may
    mercedes mercier mercy merry meunier ming mine mira miron miss mila moine mona mons morne morse 
    newton
    noir nord nour octave orlando page paix pain palmer parade
    paradis pare
    parent parents parisien parker parks passe pat patient patte pearl pena penny perle perry pete petit petra phil
    pierre pigeon pilote
    pilon pitre plante poisson poirier pomme porter port potter price prince prudent racine ray real
    regina 
    reine rene rich rick rivers riviere robe rob rock roi roland rome romain
    roman rosario
    rose rossignol roux royal ruby rue rush ruth sable sacha saint sandy santerre savoie
    savage sharp
    short simple smart so sol soleil song souris spencer star stone strong sue summer sun
    surprenant 
    tard tardif thi toussaint toute tu tucker 
    val van
    venus vera victoire viola violette vital vien viens villeneuve violet ward warren way
    web 
    wells west wheeler white will wilson winter wood woods young mei 
    page
    """
)

#: Names that are also places.
PLACES: Final = words(
    """
    israel jordan france france washington lincoln sydney victoria charlotte savannah regina montreal laval quebec london
    chelsea brooklyn paris carolina virginia georgia
    austin dallas houston kingston chester york lancaster durham windsor hamilton sherbrooke granby gaspe
    joliette longueuil
    sorel brossard boucherville terrebonne repentigny mirabel drummond verdun lachine lasalle anjou rosemont outremont
    westmount beaupre
    beaumont valleyfield richelieu hudson beauport beauce charlevoix cartier champlain papineau
    laurier frontenac
    maisonneuve dollard marieville ville mascouche varennes contrecoeur portneuf montmagny lotbiniere bellechasse kamouraska
    rimouski matane
    """
)
