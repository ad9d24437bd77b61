"""Given names and surnames common in Québec, of every origin, and the words that only look like names.

Folded (ASCII, lower case). The lists are evidence, not law: a name that is missing is still found by its capital and
its neighbours, and a name that is also a word needs more than being in a list.
"""

from __future__ import annotations

from typing import Final

from recognizers.around import words

GIVEN: Final = words(
    """
    jf jp jm jc jg jl jb jy abdallah abdelkader abderrahmane abdoulaye abdul abel abigail adam adama addison adelard adele adeline
    adrian adriana adrien agathe agnes agnieszka ahmed aicha aidan aiden aime aimee aissatou alain alan albert
    alberto alcide aldei alejandra alejandro alex alexander alexandra alexandre alexandrine alexe alexia alexis
    alfred ali alice alicia alina aline alison alistair alix allison alma alphonse alyson alyssa amadou amanda
    amandeep amandine amelia amelie amina amine amir amira amy ana anabelle anais anastasia andre andrea
    andreanne andree andrei andres andrew andy ange angela angele angelina angeline angelique angelo angie angus
    anh anicet anik anika anil anissa anita anjali ann anna annabel annabelle anne anne-marie anne-sophie
    annette annick annie anouk anthony antoine antoinette anton antonia antonio antony aria ariane arianne ariel
    arielle arjun arlette armand armande arnaud arnold arsene arthur arturo ashley aubrey audrey auguste
    augustin aurele aurelie aurelien aurore austin avery avraham awa aya ayoub azarie aziz barbara bastien
    beatrice beatriz belinda ben benjamin benny benoit benoite bernadette bernard bernice bertha berthe bertrand
    beth betty beverly bianca bilal bill billy blaise bob bobby bogdan boris boubacar brad bradley brandon
    brayden brenda brendan brent brett brian brianna brigitte brittany bruce bruno bryan caleb calvin cameron
    camila camille candice carl carla carlo carlos carmel carmelle carmen carol carole carolina caroline carolyn
    carrie cassandra cassandre catherine cathy cecile cecilia cedric celeste celia celina celine cesar chad
    chantal chantale charlene charles charles-antoine charles-olivier charlie charline charlotte chaya cheikh
    chelsea cheryl chloe chris christelle christiane christina christine christophe christopher chuck cindy
    claire clara clarence clarisse claude claudette claudia claudie claudine claudio clea clemence clementine
    clifford clive clotilde clovis colette colin colleen conrad constance cora coralie coraly corey corinne cory
    costas craig cristian cristina curtis cynthia cyril cyrille daisy dale damian damien dan dana daniel daniela
    daniele daniella danielle danika danny daphne daphnee darlene darren darryl dave david dean debbie deborah
    debra deepak delia delima delphine denis denise dennis derek desire desiree diana diane diego dimitri
    dimitrios dina dino dmitri dolores dominic dominique don donald donat donna dora doreen doris dorothee
    dorothy doug douglas duc duncan dustin dwayne dylan eddie eddy edgar edith edmond edmund edna edouard
    eduardo edward edwin eileen ekaterina elaine elea eleanor elena eleonore eli eliane elias elie elijah eliott
    elisa elisabeth elise eliza elizabeth ella ellen elliot elliott elodie eloi eloise elsa elvira elyse emanuel
    emanuelle emil emile emilia emilie emilien emily emma emmanuel emmanuelle emmy enrique eric erica erick erik
    erika erin ernest ernesto estelle ester esther ethan etienne eugene eugenia eugenie eusebe eva eva-rose evan
    evangeline eve evelyn evelyne ewan ezekiel ezra fabien fabienne fabio fabrice fanny farah farid fatima fatma
    fatou fatoumata federico felicia felicite felix felix-antoine ferdinand fergus fernand fernanda fernande
    fernando fiona flavie fleurette flora florence florent florian floriane francelyne francesca francesco
    francine francis francisco franck francois francois-xavier francoise francoys frank frankie franklin fred
    freda freddy frederic frederick frederike frederique friedrich gabriel gabriela gabriella gabrielle gaetan
    gaetane gail gary gaston genevieve geoffrey geoffroy george georges georgette georgianna georgina georgios
    gerald geraldine gerard gerardin germain germaine german gertrude gheorghe ghislain ghislaine ghyslain
    ghyslaine gianni gilbert gilberte gilles gillian gina ginette gino giovanni gisela gisele gislaine giuseppe
    gladys glen glenn gloria gonzalo gordon graham gregoire gregory greta guillaume guillermo gunther gurpreet
    gustave gustavo guy guylain guylaine guylene gwen gwenael gwenaelle gwendoline gwendolyn habib hadrien hakim
    hamid hamish hamza hanna hannah hans harold harper harpreet harry harvey hassan hazel heather hector heidi
    heinrich helen helena helene henri henriette henry herbert hermenegilde herve hicham hilary hippolyte holly
    hong honore howard hubert hugh hugo hugues huguette hui hung hussein ian ibrahim ibrahima ida idriss ignace
    igor iliana imane imelda ines ingrid ionut irene irenee irina iris irma isaac isabel isabella isabelle isaie
    ismael isobel israel ivan ivanna ivonne jacinthe jack jackie jackson jacob jacqueline jacques jacynthe jade
    jaime jake jamal james jamie jan jana jane janelle janet janice janick janie janine janique jared jasmin
    jasmine jason jaspreet javier jaxon jay jayden jean jean-francois jean-guy jean-luc jean-marc jean-paul
    jean-philippe jean-pierre jean-sebastien jeanette jeanine jeanne jeanne-mance jeannette jeannine jeannot
    jeff jeffrey jen jenna jennie jennifer jenny jeremie jeremy jerome jerry jerzy jesse jessica jessie jessy
    jill jim jimmy jing jo joan joane joanie joanna joanne joannie joao jocelyn jocelyne joe joel joelle joey
    johan johann johanna johanne john johnathan johnny jolene jon jonas jonathan jordan jorge jose josee josef
    joseph josephine joshua josiane josie josue joyce juan juanita judith judy jules julia julian juliana
    julianne julie julien julienne juliette julio june jurgen justin justine karen karim karima karina karine
    karl karla karolane kassandra kassim katarzyna kate katelyn katerina katherine kathia kathleen kathryn kathy
    katia katie katrina katy kayla keith kelly ken kendra kenneth kenny kenza kerry kevin khadija khaled khalid
    khanh kim kimberly kirk klaus kristen kristin kristina krzysztof kurt kyle laetitia laila lakshmi lan lana
    lara larry laura laurence laurent laurette lauriane laurianne laurie laurier lawrence lea leah leandre
    leanne lee leila lena leo leon leona leonard leonardo leonie leonora leopaul leopold leroy lesley leslie
    leticia levi lewis lia liam lidia lien liette lila liliana liliane lilianne lillian lily lily-rose lina
    linda lindsay linh lionel lisa lisanne lise lise-anne lison livia liza logan loic lois lola lorenza lorenzo
    lori lorna lorraine lou louane louis louis-philippe louisa louise louisette louka loup luc luca lucas luce
    lucette lucia lucian luciana lucie lucien lucienne lucile lucille lucy ludger ludivine ludovic ludwig luigi
    luis luisa luke luna lydia lydie lynda lyne lynn lynne lyse mabel maddison madeleine madeline madison mae
    maelle maely magali magalie magdalena magella maggie mahamadou mahdi mahmoud maika maite majella malcolm
    malek malgorzata malik malika mamadou manon manpreet manuel manuela marc marc-andre marc-antoine marcel
    marcela marcelle marcello marcelo marcia marco marcos margaret margarita margaux marguerita marguerite maria
    mariam mariama mariame mariana mariane marianick marianne marie marie-andree marie-anne marie-christine
    marie-claude marie-eve marie-france marie-helene marie-josee marie-laurence marie-louise marie-pier
    marie-pierre marie-soleil mariella marielle mariette marilie marilou marilyn marilyne marina mario marion
    marisa marisol marjolaine marjorie marjory mark marlene marlon martha marthe martin martina martine marvin
    mary maryam maryline maryse mason matheo mathias mathieu mathilde matteo matthew matthias matthieu maud
    maude maureen maurice mauricette mauricio maverick max maxence maxim maxime maximilien maya medeline megan
    megane meghan mehdi mei melanie melina melissa melodie melody mercedes meredith meriem merouane meryem micah
    michael michaela michel michele micheline michelle miguel mihai mikael mike mila milan mildred milena milo
    ming minh mira miranda mireille mirela mirella miriam mitchell moha mohamad mohamed mohammad mohammed moise
    molly mona monica monika monique mordechai morgan morgane moshe moussa muriel murielle murray mustafa
    mustapha mylaine mylene myriam myrian myrna myrtha nada nadege nadeige nadia nadine naima nancy naomi
    napoleon nassim natacha natalia natalie nataly natalya natasha nathalie nathan nathanael nathaniel neha neil
    nelly nelson nestor ngoc niall nicholas nick nicolas nicole nicoletta nicolette nikita nikolas nina noah
    noam noe noel noelie noella noemi noemie nolan nora norah norbert noreen norma norman normand normande nour
    obeline oceane octave odette odile odilon oksana olena olga oliver olivia olivier omar omer onesime ophelie
    origene orlando oscar osman oswald otto oumar ousmane ovide ovila owen pablo paola paolo pascal pascale
    pascaline patrice patricia patrick paul paula paule paulette paulin paulina pauline paulo pearl pedro peggy
    penelope percy perrine peter petra phil philemon philip philippe phillip philomene phoebe phuong phyllis
    pierre pierre-luc pierre-olivier pierrette pierrick piotr pooja priscilla priya quang quentin quoc rachel
    rachelle rachid radu rafael rainer raj rajesh ralph ramon randy raoul raphael raphaele raphaella raphaelle
    raquel raul ravi ray raymond raymonde real rebecca regina reginald regine regis reina rejean rejeanne remi
    remy renald renata renaud rene renee renelle reynald rhea rhonda ricardo richard rick ricky rina rita rivka
    robert roberta roberte roberto robin roch rocio rock rod roderick rodney rodolfo rodolphe rodrigo roger
    roland rolande rolland romain romane romeo romy roméo ron ronald ronnie rosa rosaire rosalba rosalie
    rosalind rosanne rosario rose-marie rosee rosemarie rosemary rosie ross roxane roxanne roy ruben ruby rudolf
    rudy rufus russell ruth ryan sabrina sacha said salima sally salma salvador salvatore sam samantha samia
    samir samira sammy samuel samuelle sandra sandrine sandro sandy sanjay santiago sara sarah sasha scarlett
    scott sean sebastian sebastien serena serge sergei sergio seth shanna shannon sharon shaun shawn sheila
    shelley sherry sheryl shirley shlomo sidney siham silvia simon simone simonne sina siobhan slimane sofia
    sofiane solange soline solveig sonia sonya sophia sophie soraya souleymane stacey stacy stanislas stanley
    stella stephan stephane stephanie stephen steve steven stuart sunita suresh suzan suzanne suzie sven
    svetlana sybille sydney sylvain sylvaine sylvestre sylvette sylvia sylviane sylvie tamara tania tanya tara
    tariq tatiana tatyana ted teddy telesphore terence teresa terrence terry tess tessa thaddee thalia thanh
    thelma theo theodore theophile theresa therese thi thiago thibault thierry thomas tiffany tim timothee
    timothy tina tobias todd tom tomas tomasz tommy tony tracey tracy trang travis trevor tristan tristane trudy
    tuan tyler uldege ulysse urgel ursula ursule valentin valentina valentine valerie valmore vanessa vasile
    vasilios velma vera veronica veronique vianney vicky victor victoria victorien vijay vincent vincenzo vinh
    viola violaine violette virginia virginie vital vivian viviane vladimir wadih walid walter wanda warren
    wassim wayne wei wendy wes wesley wilfred wilfrid willard william willie willy wilma wilson winston wissam
    wm wolfgang xavier xiang xin yacine yan yanick yanik yann yannick yannis yara yasmina yasmine yassin yassine
    yiannis ying yitzhak yoan yoann yohan yolaine yolanda yolande yosef youcef youness yousra youssef ysabel
    yvan yves yvette yvon yvonne zach zacharie zachary zahra zakaria zara zeina zenon zineb zoe zoey zofia zohra
    """
)

SURNAMES: Final = words(
    """
    abbas abdi abdou abel abraham achour adam adams ahmad ahmed ait albert alexander alexandre ali allaire
    allard allen alvarez amar amrani amyot anderson andrade andre andrews ange angers antoine apollon arcand
    archambault archer ares armstrong arnold arsenault asselin aube aubert aubin aubry auclair audet auger
    augustin aumont ayotte aziz azzi babin bacon bah bahl bailey baillargeon baker bakr ballard bangoura
    banville barbeau barbier baril barker barnes baron barrette barrie barry barth bastien bates baudin bayard
    beauchamp beauchemin beauchesne beaudet beaudin beaudoin beaudry beaulac beaulieu beaulne beaumier beaumont
    beaupre beauregard beausejour beausoleil beauvais becker bedard begin belair beland belanger belhadj belisle
    beliveau belkacem bell belleau bellefeuille bellemare bellerose belley belzile ben benali benard benjamin
    benmoussa bennett benoit benslimane benson berard berger bergeron bernard bernatchez bernier berry berthelot
    berthiaume bertin bertrand berube besner bessette bhatt bianchi bibeau bigras bilodeau binette biron bisson
    bissonnette black blackburn blain blais blake blanchard blanchet blanchette blouin bluteau bock boily
    boisclair boissonneault boisvert boivin bolduc bolger bond boniface bonin bonneau bonnet bonneville borduas
    bosch bosse bouazza bouchard bouchareb boucher bouchra boudjemaa boudreau boudreault bouffard bougie
    boukhari boulanger boulay boulet boulianne bourassa bourbonnais bourdeau bourdon bourgault bourgeois bourget
    bourque bousquet boutin bouvier bowen bowman boyer boyle bradley brady brar brassard brault breault breton
    briand brien briere bright brisebois brisson brochu brodeur brooks brosseau brouillard brouillette brousseau
    brown bruce bruneau brunelle brunet bryant buchanan bui buisson bujold bureau burke burns burton bussieres
    butler byrne cadieux cadorette caissie callaghan cameron camire campagna campbell campeau cantin caouette
    carbonneau cardin cardinal carey carignan carle carlson caron carpentier carrier carriere carroll carter
    cartier casavant casey castonguay castro cauchon cayer cayouette celestin chabot chagnon chalifoux
    chamberland champagne champoux chan chandler chang chapdelaine chapman charbonneau charette charland
    charlebois charles charles-pierre charpentier charron chartier chartrand chasse chatel chau chauvin chayer
    chen chenard cheng cherif cherkaoui cherubin chevalier chevrette chevrier chicoine cho choi choquet
    choquette chouinard chow christensen chu chung cimon clark clarke clavet clement cloutier coates coderre
    cohen cole coleman collette collin collins comeau comtois conte cook cooper corbeil corbin cormier corriveau
    cossette costa cote couillard coulibaly coulombe courchesne cournoyer courteau courtemanche courtois couture
    couturier cox craig crawford crepeau crete croteau cruz cummings cunningham cusson cyr daigle daigneault
    dallaire damico damours dandurand dang daniel daniels danis daoust darveau dauphin dauphinais david davidson
    davies davis dawson day de-la-cruz dean deblois decarie delage delgado delisle delorme demers demeules demir
    denault deneault denis dennis deraspe derome deroy desaulniers desbiens deschamps deschenes descoteaux
    desgagne desgagnes desilets desir desjardins desjarlais desmarais desmeules desnoyers despres desrochers
    desroches desrosiers desruisseaux deveau devost dewar diab diallo dias diaz dicaire dick dickson diep dion
    dionne diop diotte diouf dixon do doan dobson doiron dolbec dominguez donaldson dore dorion dorval dorvil
    dostie doucet doucette dougherty douglas dove downey doyle doyon drapeau drolet drouin dube dubeau dubois
    dubord dubreuil dubuc duc duchaine ducharme duchesne duchesneau duclos dufault duff dufort dufour dufresne
    dugal dugas duguay duhaime dulude dumais dumas dumont dumoulin duncan dunn dupere duplessis dupont dupras
    dupre dupuis duquette durand durocher dussault dutil duval duvernay dwyer dyer eddy edmond edwards egan
    elhadi elidrissi elie elliott ellis emond estime ethier evans evrard exantus fabre fafard faille falardeau
    fassi faubert faucher favreau fecteau ferguson ferland fernandes fernandez ferreira ferron field filiatrault
    filion filteau fischer fiset fisher fitzgerald fleming fleurant fleury florent flores flynn fofana foisy
    foley fong fontaine foote forbes ford forest forget forgues fortier fortin foster foucault fouquet fournier
    fox francis franco francoeur francois franklin fraser frechette freeman frenette frigon fugere fuller
    gaboriault gaboury gadbois gagne gagner gagnier gagnon gaillard galarneau galipeau gallagher gallant galvan
    gamache gamelin garand garant garceau garcia gardner gareau garneau garon gascon gaudet gaudette gaudreau
    gaudreault gaulin gauthier gautier gauvin gauvreau gavin gelinas gemme gendreau gendron genest genois george
    georges gerard germain gervais ghali giard gibbons gibson giguere gilbert gill gillespie gingras girard
    giroux glover gobeil godbout godin goldberg goldman gomes gomez gonzales gonzalez goodman gordon gosselin
    gougeon gouin goulet goupil goyette grace graham grand-maison grandmaison grant graton gratton gravel gray
    greco green greenberg greene greenwood gregoire grenier grenon griffin grimard grondin gross grover guay
    guenette guenther guerard guerin guerra guertin guevara guevremont guilbault guilbert guillemette guimond
    guindon gupta gutierrez guzman haddad haddou hadj hakim hall halle hamel hamelin hamilton hammond hanna
    hansen hanson harbec harding hardy harel harnois harper harris harrison hart harvey hassan hawkins hayes
    hebert helie henault henderson henri henry heon herard hernandez heroux herrera hetu hicks higgins hill
    hinse ho hoang hodgson hoffman hogan holmes hopkins horne horvath houde houle howard hu huang huard hubert
    hudon hudson huet hughes hunt hunter huot hurtubise hussain hussein huynh hyde ibrahim imbeau ingram irving
    isabelle issa jackson jacob jacobs jacques jalbert james jamieson janelle janvier jarry jasmin jauvin jean
    jenkins jennings jette jetté jeudy jimenez joachim jobin jodoin johnson johnston joly joncas jones jordan
    joseph joyal joyce juarez julien jutras kaba kabongo kaddour kane kang kaplan kapoor karam katz kaufman kaur
    keating keita keller kelley kelly kennedy kenny keroack kerr khalil khan khelifi khoury kim king kirouac
    klein knight koffi kone kouassi kowalski kramer kumar kwan kwok labbe labelle laberge labine labonte
    labreche labrecque labrie lacasse lacerte lachance lachapelle lacharite lacombe lacoste lacourse lacoursiere
    lacroix laferriere laflamme lafleche lafleur lafond lafontaine laforce laforest laforge lafortune
    laframboise lafrance lafreniere lagace laganiere lague laguerre lahlou lai lajeunesse lajoie laliberte
    lalonde lalumiere lam lamarche lamarre lambert lamirande lamontagne lamothe lamoureux lamy lancaster lanctot
    landreville landry lane lang lange langelier langevin langlois lanoue lanthier lapierre laplante lapointe
    laporte laprise larabie laramee larente larin lariviere larochelle larocque larose larouche larrivee larson
    larue lasalle lasnier latour latraverse latreille latulippe lau laughrea laurendeau laurent laurier laurin
    lauzier lauzon lavallee lavergne lavigne lavigueur laviolette lavoie law lawrence lawson le lebeau lebel
    leblanc leblond leboeuf lebrun leclair leclerc lecompte lecomte lecours ledoux leduc lee lefebvre lefevre
    lefrancois legare legault legendre leger legris lehoux lemaire lemay lemelin lemieux lemire lemoine lemonde
    leonard lepage lepine lepire leroux leroy lesage lessard letarte letendre letourneau leung levac levasseur
    leveille levesque levy lewis lheureux li liang liboiron lim lin linteau lise liu lloyd lo loiselle longpre
    lopes lopez lord lorrain lortie louis louis-jeune lowe loyer lozeau lu lucas luckasavitch lupien lussier ly
    lynch lyons ma mac macdonald macdougall macgregor mack mackay mackenzie maclean macleod maheu maheux mahoney
    mai mailhot mailloux mainville malenfant mallette malo malouin maltais mann manseau mansour mansouri marceau
    marchand marcil marcotte marcoux marier marin marineau marion marleau marois marquis marsan marshall
    marsolais martel martell martin martineau martinez martins mason masse masson matte matthews maurice may
    mayer mayrand mbaye mcarthur mccarthy mcclure mcdonald mcdonnell mcduff mcgee mcgrath mcgregor mcguire
    mcintosh mcintyre mckay mckenna mckenzie mclaughlin mclean mcleod mcmahon mcmillan mcnally mcnamara mcneil
    mcneill medina melancon meloche menard mendes mendez mendoza mercier merette messier methot meunier meyer
    meziane michaud michel milette miller mills milot mineau mineault miranda miron mitchell mohamed mohammed
    moisan moise molina monette mongeau mongrain montpetit montreuil monty moore morales moran moreau morel
    morency moreno morgan morin morisset morissette morneau morris morrison morrissette morse morton moussa
    mousseau mueller mullen muller murphy murray myers myre nadeau nadon nantel nault nelson neron neves neveu
    newman newton ng ngo nguyen nicholson nicol nicolas noel noiseux nolan nolet nolin nunez oakley obrien
    oconnor odonnell ohara okafor oliveira olivier olsen olson oneil oneill orr ortega ortiz osman otis ouali
    ouattara ouellet ouellette ouimet owens page paiement painchaud palardy palmer panneton papineau paquet
    paquette paquin parade paradis pare parent parenteau parisien parker parks parr parsons patel patenaude
    patoine patry patterson paul payant payette payne pearson pedneault pelchat pelland pellerin pelletier
    peloquin pena pepin perez perras perrault perreault perrier perron perry persaud peters petersen peterson
    petit petitclerc petrov pham phan phaneuf phillips philogene picard piche pichette pickering pierre
    pierre-louis piette pigeon pilon pilote pinard pineau pineault pinel pinsonneault pinto pires pitre
    plamondon plante plouffe plourde poirier poissant poisson poitras pomerleau popescu porter potvin poudrier
    poulin pouliot poupart pratte prefontaine prescott preston prevost price primeau prince pronovost proulx
    provencal provencher provost prud'homme prudhomme pruneau quach quenneville quesnel quessy quevillon quinn
    quintal quirion racette racicot racine rahman rahmani rainville rajotte ramirez ramos ramsay rancourt raposo
    rathe ratte raymond reed reeves reid reilly remillard renaud renault rene reyes reynolds rheaume rho ricard
    richard richards richardson richer rickard rinfret riopel riopelle rioux rivard rivera rivest riviere
    roberge robert roberts robertson robichaud robidoux robillard robin robinson robitaille rochefort rocheleau
    rochette rochon rodrigue rodrigues rodriguez rogers roland rompre rondeau rosario rose rosen rosenberg ross
    rossi rossignol rouillard rouleau rousseau roussel roussy routhier roux rowe roy royer ruel ruest ruiz
    russell russo ryan saad sabourin sadler saidi saint-amand saint-amour saint-arnaud saint-cyr saint-denis
    saint-fleur saint-gelais saint-germain saint-hilaire saint-jacques saint-jean saint-laurent saint-louis
    saint-martin saint-onge saint-pierre saintil salazar saleh salvail samson samuel sanchez sanders sandhu
    sanfacon santerre santos sarkissian sarrazin sasseville saucier saulnier saumure sauriol sauve savage savard
    savaria savoie sawyer schmidt schneider schwartz scott seguin senecal senechal serrano sevigny sharma shaw
    sheehan sheppard sherman sicard sicotte sigouin silva silverman simard simmons simon simoneau simpson
    sinclair singh sirois skelling slater slimani smith snow snyder soares socquet sorensen soto soucy soulard
    sousa souza spalding spenard spencer st-amand st-amant st-amour st-arnaud st-cyr st-denis st-gelais
    st-georges st-germain st-hilaire st-jacques st-jean st-laurent st-louis st-martin st-onge st-pierre stafford
    stanley ste-marie steele stein stephens stevens stevenson stewart stirling stone stuart suarez sullivan
    surprenant sutherland syed sylla sylvain sylvestre tadros tahiri taillefer taillon talbot tan tang tanguay
    tardif taschereau tasse taylor tazi teixeira tellier tessier tetrault tetreault theberge theoret theriault
    therien therrien thibault thibeault thibodeau thivierge thomas thompson thomson tisseur todd toledano
    tomlinson toole torres touati toupin tourangeau toure tourigny tousignant toussaint trahan tran traore
    tremblay trempe trepanier troian trottier trudeau trudel trudelle truong tsang tu tucker turcot turcotte
    turgeon turmel turner urbain vachon vadeboncoeur vaillancourt valade valcourt valiquette valle vallee
    vallieres valois van vandal vandette vargas vasquez veillette veilleux venne verdon vermette verreault
    verrette verville vezina viau vien viens vigneau vigneault villemaire villemure villeneuve vincent vinet
    violette vitale voyer vu wagner walker wallace walsh walter wang ward warren watson watt watters weaver webb
    weber weiss welch wells west wheeler whelan white whitehead wilkins williams williamson willis wilson winter
    wolfe wong wood woods wright wu xu yahiaoui yale yan yang yeung yoon young yu zamora zerrouki zhang zhao
    zheng zhou zhu zidane ziegler zimmerman
    """
)

#: Given names and surnames that are also everyday words (or places) of French or English.
ALSO_WORDS: Final = words(
    """
    aime aimee aimes ange angers aurore austin avery bacon baker ball banville baron begin bell ben berger bill
    black bob bond boucher bougie bourgeois breton bright brown bruce bureau butler camille cardinal carey carl
    carrier carriere carter case celeste chad champagne chan chance chartier chase chasse christian clair claire
    clemence clement cole constance conte cook cora cote cotes couture cruz daisy dale dan dawn day dean desir
    desire desiree do don donna dove drew duc dung ella emery eve faille faith felicite field fisher flamme
    florence florent fontaine ford forest foster fox france frank gagne gagner gallant gene grace grand grant
    grave gray green gross guide guy hall halle hardy hart hill ho honore hope hunt hunter iris israel ivory
    jade janvier jardin jeans jen jessie jeudi joly joy jules june juste justin kim king lance lane lang large
    law lawn le lee li lia lien lima lin link lise lo logan loi lois long lord lou loup love lu luna lune ly ma
    mac maire maison malade male mann marchand marche marguerite marie marin marine marion mark mars mason masse
    massé matin matte max may mei mercedes mercier mercy merry meunier mila min mine ming mira miron miss moine
    mona mons morales morne morse newton noir nord normande nour octave orlando page pain paix palmer parade
    paradis pare parent parents parisien parker parks passe pat patient patte pearl pena penny perle perry pete
    petit petra phil pierre pigeon pilon pilote pires pitre plante poirier poisson pomme port porter potter
    price prince prudent racine ravi ray real regina regis reine rene rich richer rick rivers riviere rob robe
    rock roi roland romain roman romane rome rosario rose rossignol roux royal ruby rue rush ruth sable sacha
    saint sandy santerre savage savoie sharp short simple smart so sol soleil song souris spencer star stone
    strong sue summer sun surprenant tard tardif thi toussaint toute tu tucker val van venus vera victoire vien
    viens villeneuve viola violet violette vital vitale ward warren way weaver web wells west wheeler white will
    wilson winter wood woods young
    """
)

#: Names that are also places.
PLACES: Final = words(
    """
    alma amos anjou austin beauce beaumont beauport beaupre bellechasse boucherville brooklyn brossard carolina
    cartier champlain charlevoix charlotte chelsea chester contrecoeur dallas dollard drummond durham france
    frontenac gaspe georgia granby hamilton houston hudson israel joliette jordan kamouraska kingston lachine
    lancaster lasalle laurier laval lincoln london longueuil lotbiniere maisonneuve marieville mascouche matane
    mirabel montmagny montreal outremont papineau paris portneuf quebec regina repentigny richelieu rimouski
    rosemont savannah sherbrooke sorel sydney terrebonne valleyfield varennes verdun victoria ville virginia
    washington westmount windsor york
    """
)
